package io.rapporteur.aggregation.compilation.http;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Digest;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.compilation.Placing;
import io.rapporteur.aggregation.compilation.http.CommentView.LineageView;
import io.rapporteur.aggregation.compilation.http.CompilationView.AsOfView;
import io.rapporteur.aggregation.compilation.http.CompilationView.ItemView;
import io.rapporteur.aggregation.compilation.http.CompilationView.NoticeView;
import io.rapporteur.aggregation.compilation.http.CompilationView.SectionView;
import io.rapporteur.aggregation.compilation.http.Looking.Look;
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
  private final Look look;
  private final List<Notice> since;
  private final String language;
  private final HouseOrder order;
  private final Placing placing;
  private final Function<Comment, Optional<List<Stretch>>> difference;

  Compiling(
      Consultation consultation,
      List<Item> items,
      Look look,
      List<Notice> since,
      String language,
      HouseOrder order,
      Placing placing,
      Function<Comment, Optional<List<Stretch>>> difference) {
    this.consultation = consultation;
    this.items = items;
    this.look = look;
    this.since = since;
    this.language = language;
    this.order = order;
    this.placing = placing;
    this.difference = difference;
  }

  /**
   * Puts it together.
   *
   * @param page of what these filters leave; the digest covers every page
   */
  CompilationView compilation(
      Predicate<Item> shown, Predicate<Comment> filter, Optional<PageCursor> cursor, int most) {
    List<Comment> comments = look.sight().comments().stream().filter(filter).toList();
    List<Comment> late = look.sight().late().stream().filter(filter).toList();
    var page = new CompilationPage(items, comments, order, placing, cursor, most);
    List<Comment> onPage = comments.stream().filter(page::has).toList();
    return new CompilationView(
        consultation.id(),
        consultation.titles(),
        look.sight().visibility(),
        look.sight().edition().orElse(null),
        look.asOf().map(AsOfView::of).orElse(null),
        language,
        notices(),
        views(onPage.stream().filter(c -> c.section().isEmpty() && c.recommendation().isEmpty())),
        sections(items.stream().filter(shown).filter(page::has).toList(), onPage),
        page.isFirst() ? views(late.stream()) : List.of(),
        page.isFirst() ? since(shown) : List.of(),
        Digest.of(Stream.concat(comments.stream(), late.stream())),
        page.next(moment()).map(PageCursor::text).orElse(null));
  }

  /** The state that a next page goes on in. */
  private String moment() {
    return look.asOf()
        .map(asOf -> asOf.cut().name())
        .or(
            () ->
                look.sight()
                    .edition()
                    .filter(edition -> look.sight().isOfEditionAlone())
                    .map(edition -> "edition:" + edition))
        .orElse("");
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
        reference(item),
        item.document(),
        item.symbol(),
        item.paragraph(),
        item.label(),
        item.printedLabel(),
        item.version(),
        item.texts(),
        item.machineRead(),
        item.status(),
        item.into().orElse(null),
        views(
            comments.stream().filter(c -> placing.item(c).filter(item.id()::equals).isPresent())));
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
                    look.sight().published().contains(comment.id()),
                    placing.passing(comment).map(this::lineage)))
        .toList();
  }

  private LineageView lineage(Placing.Passing passing) {
    Item item = passing.item();
    return new LineageView(
        item.id(),
        item.number(),
        reference(item),
        item.status(),
        passing.into().map(Item::id).orElse(null),
        passing
            .into()
            .map(into -> Notices.onMergedSince(reference(item), reference(into)))
            .orElseGet(() -> Notices.onNoLongerStanding(reference(item), item.status())));
  }

  private String reference(Item item) {
    return consultation.documents().size() > 1
        ? item.referable().shownWithDocument()
        : item.referable().shown();
  }
}
