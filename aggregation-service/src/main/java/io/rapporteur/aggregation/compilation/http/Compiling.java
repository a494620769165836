package io.rapporteur.aggregation.compilation.http;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Digest;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.compilation.http.CompilationView.ItemView;
import io.rapporteur.aggregation.compilation.http.CompilationView.NoticeView;
import io.rapporteur.aggregation.compilation.http.CompilationView.SectionView;
import io.rapporteur.schemas.http.Notices;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a compilation together out of what a caller sees. */
final class Compiling {

  private final Consultation consultation;
  private final List<Item> items;
  private final Sight sight;
  private final List<Notice> since;
  private final String language;
  private final HouseOrder order;
  private final Function<Comment, Optional<List<Stretch>>> difference;

  Compiling(
      Consultation consultation,
      List<Item> items,
      Sight sight,
      List<Notice> since,
      String language,
      HouseOrder order,
      Function<Comment, Optional<List<Stretch>>> difference) {
    this.consultation = consultation;
    this.items = items;
    this.sight = sight;
    this.since = since;
    this.language = language;
    this.order = order;
    this.difference = difference;
  }

  CompilationView compilation(Predicate<Item> shown, Predicate<Comment> filter) {
    List<Comment> comments = sight.comments().stream().filter(filter).toList();
    List<Comment> late = sight.late().stream().filter(filter).toList();
    return new CompilationView(
        consultation.id(),
        consultation.titles(),
        sight.visibility(),
        sight.edition().orElse(null),
        language,
        notices(),
        views(comments.stream().filter(c -> c.section().isEmpty() && c.recommendation().isEmpty())),
        sections(items.stream().filter(shown).toList(), comments),
        views(late.stream()),
        since(shown),
        Digest.of(Stream.concat(comments.stream(), late.stream())));
  }

  private List<NoticeView> since(Predicate<Item> shown) {
    Set<String> items = this.items.stream().filter(shown).map(Item::id).collect(Collectors.toSet());
    return since.stream()
        .filter(notice -> notice.recommendation().map(items::contains).orElse(true))
        .map(
            notice ->
                new NoticeView(
                    notice.comment(),
                    notice.participant(),
                    order.name(notice.participant()),
                    notice.document().orElse(null),
                    notice.section().orElse(null),
                    notice.recommendation().orElse(null),
                    notice.kind(),
                    notice.kind().equals("withdrawn")
                        ? Notices.WITHDRAWN_SINCE
                        : Notices.REVISED_SINCE))
        .toList();
  }

  private List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (items.stream().anyMatch(Item::machineRead)) {
      notices.add(Notices.MACHINE_READ);
    }
    notices.add(Notices.AS_RECEIVED);
    return notices;
  }

  private List<SectionView> sections(List<Item> shown, List<Comment> comments) {
    Map<String, List<Item>> bySection = new LinkedHashMap<>();
    shown.forEach(
        item -> bySection.computeIfAbsent(item.section().id(), id -> new ArrayList<>()).add(item));
    return bySection.values().stream()
        .map(
            inSection -> {
              Item.Section section = Item.Section.all(inSection);
              return new SectionView(
                  section.id(),
                  section.headings(),
                  section.agendaItem().orElse(null),
                  section.disclaimers(),
                  views(
                      comments.stream()
                          .filter(c -> c.recommendation().isEmpty())
                          .filter(c -> c.section().filter(section.id()::equals).isPresent())),
                  inSection.stream().map(item -> item(item, comments)).toList());
            })
        .toList();
  }

  private ItemView item(Item item, List<Comment> comments) {
    return new ItemView(
        item.id(),
        item.number(),
        consultation.documents().size() > 1
            ? item.referable().shownWithDocument()
            : item.referable().shown(),
        item.document(),
        item.symbol(),
        item.paragraph(),
        item.label(),
        item.printedLabel(),
        item.version(),
        item.texts(),
        item.machineRead(),
        item.status(),
        views(
            comments.stream()
                .filter(c -> c.recommendation().filter(item.id()::equals).isPresent())));
  }

  private List<CommentView> views(Stream<Comment> comments) {
    return comments
        .sorted(order.comments())
        .map(
            comment ->
                CommentView.of(
                    comment,
                    order,
                    difference.apply(comment),
                    sight.published().contains(comment.id())))
        .toList();
  }
}
