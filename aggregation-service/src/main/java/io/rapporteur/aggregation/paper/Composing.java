package io.rapporteur.aggregation.paper;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.DraftEntry;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.schemas.reference.EntryReference;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Composes a paper out of what its reader sees: general comments first, then the order of the text,
 * under each item the comments in the house order, then the entries of the consolidated draft that
 * were commented on, then what came late, then what has changed since the edition. The paper says
 * that it shows no more than its reader may see.
 *
 * <p>Parts and entries are made while they are read. For one paper; not thread-safe.
 */
public final class Composing {

  private static final String LEADING = "en";

  private final Consultation consultation;
  private final List<Item> items;
  private final List<DraftEntry> entries;
  private final Sight sight;
  private final List<Notice> since;
  private final HouseOrder order;
  private final Function<Comment, Optional<List<Stretch>>> difference;
  private final Asked asked;
  private final Words words;

  /**
   * @param items all of the consultation, in the order of the text
   * @param entries of the consolidated draft, in its order
   * @param since what became of comments of the edition that is shown
   * @param order of the language asked for
   */
  public Composing(
      Consultation consultation,
      List<Item> items,
      List<DraftEntry> entries,
      Sight sight,
      List<Notice> since,
      HouseOrder order,
      Function<Comment, Optional<List<Stretch>>> difference,
      Asked asked) {
    this.consultation = consultation;
    this.items = items;
    this.entries = DraftEntry.all(entries, sight.comments().stream());
    this.sight = sight;
    this.since = since;
    this.order = order;
    this.difference = difference;
    this.asked = asked;
    this.words = Words.in(asked.language());
  }

  /** The paper, made on a day. */
  public Paper paper(LocalDate date) {
    List<Item> shown = items.stream().filter(this::isShown).toList();
    return new Paper(
        asked.language(),
        consultation.id(),
        Wording.of(consultation.titles(), asked.language().tag(), LEADING),
        asked.symbol(),
        asked.distribution(),
        date,
        notices(),
        shown.size(),
        () -> parts(shown).iterator());
  }

  private boolean isShown(Item item) {
    return asked.section().filter(s -> !s.equals(item.section().id())).isEmpty();
  }

  private boolean isShown(Comment comment) {
    return (asked.section().isEmpty() || comment.section().equals(asked.section()))
        && asked.participant().filter(p -> !p.equals(comment.participant())).isEmpty()
        && asked.kind().filter(k -> !k.equals(comment.said().kind())).isEmpty()
        && asked.position().filter(p -> !p.equals(comment.said().position())).isEmpty();
  }

  private List<String> notices() {
    List<String> notices = new ArrayList<>();
    String edition = sight.edition().orElse("");
    boolean own =
        sight.comments().stream().anyMatch(c -> !sight.published().contains(c.id()))
            || !sight.late().isEmpty();
    String reader = sight.visibility();
    notices.add(
        words.word(
            "reader." + (reader.equals("published") && own ? "published-own" : reader), edition));
    if (asked.part()) {
      notices.add(words.word("reader.part", String.join(words.word("between"), partShown())));
    }
    notices.add(words.word("notice.preliminary"));
    if (items.stream().anyMatch(Item::machineRead)) {
      notices.add(words.word("notice.machine-read"));
    }
    notices.add(words.word("notice.as-received"));
    notices.add(words.word("notice.translations"));
    return notices;
  }

  private List<String> partShown() {
    return Stream.of(
            asked.section().map(id -> heading(id).orElse(id)),
            asked.participant().map(order::name),
            asked.kind().map(kind -> words.word("kind." + kind)),
            asked.position().filter(p -> !p.equals("not-stated")).map(words::position))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> heading(String section) {
    return items.stream()
        .filter(item -> item.section().id().equals(section))
        .findFirst()
        .map(item -> wording(item.section().headings(), item).text())
        .filter(heading -> !heading.isBlank());
  }

  private Stream<Part> parts(List<Item> shown) {
    List<Comment> general = new ArrayList<>();
    Map<String, List<Comment>> bySection = new LinkedHashMap<>();
    Map<String, List<Comment>> byItem = new LinkedHashMap<>();
    Map<String, List<Comment>> byEntry = new LinkedHashMap<>();
    for (Comment comment : sight.comments()) {
      if (isShown(comment)) {
        comment
            .recommendation()
            .map(id -> byItem.computeIfAbsent(id, i -> new ArrayList<>()))
            .or(
                () ->
                    comment.entry().map(id -> byEntry.computeIfAbsent(id, i -> new ArrayList<>())))
            .or(
                () ->
                    comment
                        .section()
                        .map(id -> bySection.computeIfAbsent(id, i -> new ArrayList<>())))
            .orElse(general)
            .add(comment);
      }
    }
    return Stream.of(
            general.isEmpty()
                ? Stream.<Part>empty()
                : Stream.concat(Stream.<Part>of(new Part.General()), entries(general)),
            sections(shown).values().stream()
                .flatMap(inSection -> section(inSection, bySection, byItem)),
            DraftParts.of(entries, byEntry, asked.language().tag(), this::entries),
            late(),
            since(shown))
        .flatMap(parts -> parts);
  }

  private static Map<String, List<Item>> sections(List<Item> shown) {
    Map<String, List<Item>> sections = new LinkedHashMap<>();
    shown.forEach(
        item -> sections.computeIfAbsent(item.section().id(), id -> new ArrayList<>()).add(item));
    return sections;
  }

  private Stream<Part> section(
      List<Item> inSection,
      Map<String, List<Comment>> bySection,
      Map<String, List<Comment>> byItem) {
    Item.Section section = Item.Section.all(inSection);
    Item first = inSection.getFirst();
    Part heading =
        new Part.Section(
            section.id(),
            first.document(),
            first.paragraph(),
            wording(section.headings(), first),
            section.agendaItem(),
            Optional.of(wording(section.disclaimers(), first)).filter(w -> !w.isBlank()));
    return Stream.concat(
        Stream.concat(Stream.of(heading), entries(bySection.getOrDefault(section.id(), List.of()))),
        inSection.stream()
            .flatMap(
                item ->
                    Stream.concat(
                        Stream.<Part>of(item(item)),
                        entries(byItem.getOrDefault(item.id(), List.of())))));
  }

  private Part.Item item(Item item) {
    Wording text = wording(item.texts(), item);
    return new Part.Item(
        item,
        reference(item),
        text,
        item.footnotes().stream()
            .filter(note -> note.language().equals(text.language()))
            .sorted(Comparator.comparingInt(Item.Footnote::offset))
            .toList());
  }

  private String reference(Item item) {
    return consultation.documents().size() > 1
        ? item.referable().shownWithDocument()
        : item.referable().shown();
  }

  private Stream<Part> late() {
    List<Comment> late = sight.late().stream().filter(this::isShown).toList();
    return late.isEmpty()
        ? Stream.empty()
        : Stream.concat(Stream.<Part>of(new Part.Late()), entries(late));
  }

  private Stream<Part> since(List<Item> shown) {
    List<String> ids = shown.stream().map(Item::id).toList();
    List<String> sentences =
        since.stream()
            .filter(
                notice ->
                    notice.recommendation().map(ids::contains).orElse(asked.section().isEmpty()))
            .filter(
                notice ->
                    asked.participant().filter(p -> !p.equals(notice.participant())).isEmpty())
            .map(
                notice ->
                    words.word(
                        "since." + notice.kind(),
                        order.name(notice.participant()),
                        notice
                            .recommendation()
                            .flatMap(this::shown)
                            .or(() -> notice.entry().map(this::called))
                            .orElse(words.word("since.general"))))
            .toList();
    return sentences.isEmpty() ? Stream.empty() : Stream.of(new Part.Since(sentences));
  }

  private Stream<Part> entries(List<Comment> comments) {
    return comments.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Part.Entries(
                () -> comments.stream().sorted(order.comments()).map(this::entry).iterator()));
  }

  private Entry entry(Comment comment) {
    return new Entry(
        comment,
        order.name(comment.participant()),
        comment.onBehalfOf().map(order::name),
        comment.coSponsors().stream()
            .sorted(order.coSponsors())
            .map(joined -> order.name(joined.participant()))
            .toList(),
        on(comment),
        () -> difference.apply(comment));
  }

  private Optional<String> on(Comment comment) {
    return comment
        .recommendation()
        .flatMap(this::shown)
        .or(() -> comment.entry().map(this::called))
        .or(
            () ->
                consultation.documents().size() > 1
                    ? comment.document().flatMap(this::symbol)
                    : Optional.empty());
  }

  private Optional<String> shown(String recommendation) {
    return items.stream()
        .filter(item -> item.id().equals(recommendation))
        .findFirst()
        .map(item -> words.word("item", Integer.toString(item.number())) + ", " + reference(item));
  }

  private String called(String entry) {
    return words.word("entry", Integer.toString(EntryReference.number(entry)));
  }

  private Optional<String> symbol(String document) {
    return items.stream()
        .filter(item -> item.document().equals(document))
        .findFirst()
        .map(Item::symbol);
  }

  private Wording wording(Map<String, String> texts, Item item) {
    return Wording.of(texts, asked.language().tag(), item.language());
  }
}
