package io.rapporteur.aggregation.paper;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.DraftEntry;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.compilation.Observation;
import io.rapporteur.aggregation.compilation.Placing;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.schemas.reference.EntryReference;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
  private final Placing placing;
  private final Wanted wanted;
  private final ItemParts itemParts;
  private final Asked asked;
  private final Optional<State> state;
  private final Words words;
  private Function<Comment, Optional<Observation>> observation = comment -> Optional.empty();

  /**
   * A state of the log that was asked for.
   *
   * @param time that it is of, if a time was named
   * @param cut by which it can be asked for again
   * @param provisional a comment of that time may still be on its way
   */
  public record State(Optional<Instant> time, String cut, boolean provisional) {}

  /** Composes as it stands. */
  public Composing(
      Consultation consultation,
      List<Item> items,
      List<DraftEntry> entries,
      Sight sight,
      List<Notice> since,
      HouseOrder order,
      Function<Comment, Optional<List<Stretch>>> difference,
      Asked asked) {
    this(consultation, items, entries, sight, since, order, difference, asked, Optional.empty());
  }

  /**
   * @param items all of the consultation, in the order of the text
   * @param entries of the consolidated draft, in its order
   * @param since what became of comments of the edition that is shown
   * @param order of the language asked for
   * @param state that was asked for; said on the paper
   */
  public Composing(
      Consultation consultation,
      List<Item> items,
      List<DraftEntry> entries,
      Sight sight,
      List<Notice> since,
      HouseOrder order,
      Function<Comment, Optional<List<Stretch>>> difference,
      Asked asked,
      Optional<State> state) {
    this.consultation = consultation;
    this.items = items;
    this.entries = DraftEntry.all(entries, sight.comments().stream());
    this.sight = sight;
    this.since = since;
    this.order = order;
    this.difference = difference;
    this.placing = Placing.following(this.items);
    this.wanted = new Wanted(asked, consultation.id(), placing);
    this.itemParts = new ItemParts(consultation, asked.language());
    this.asked = asked;
    this.state = state;
    this.words = Words.in(asked.language());
  }

  /** With what the secretariat observes on each comment. */
  public Composing with(Function<Comment, Optional<Observation>> observations) {
    observation = observations;
    return this;
  }

  /** The paper, made on a day. */
  public Paper paper(LocalDate date) {
    List<Item> shown = items.stream().filter(wanted::shows).toList();
    return new Paper(
        asked.language(),
        consultation.id(),
        words.word("title"),
        true,
        Wording.of(consultation.titles(), asked.language().tag(), LEADING),
        asked.symbol(),
        asked.distribution(),
        date,
        new PaperNotices(items, sight, order, asked, state, wanted::shows).notices(),
        shown.size(),
        () -> parts(shown).iterator());
  }

  private Stream<Part> parts(List<Item> shown) {
    List<Comment> general = new ArrayList<>();
    Map<String, List<Comment>> bySection = new LinkedHashMap<>();
    Map<String, List<Comment>> byItem = new LinkedHashMap<>();
    Map<String, List<Comment>> byEntry = new LinkedHashMap<>();
    for (Comment comment : sight.comments()) {
      if (wanted.shows(comment)) {
        placing
            .item(comment)
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
            ItemParts.bySection(shown).stream()
                .flatMap(inSection -> section(inSection, bySection, byItem)),
            DraftParts.of(entries, byEntry, asked.language().tag(), this::entries),
            late(),
            since(shown))
        .flatMap(parts -> parts);
  }

  private Stream<Part> section(
      List<Item> inSection,
      Map<String, List<Comment>> bySection,
      Map<String, List<Comment>> byItem) {
    String section = inSection.getFirst().section().id();
    return Stream.concat(
        Stream.concat(
            Stream.of(itemParts.section(inSection)),
            entries(bySection.getOrDefault(section, List.of()))),
        inSection.stream()
            .flatMap(
                item ->
                    Stream.concat(
                        Stream.of(itemParts.item(item)),
                        entries(byItem.getOrDefault(item.id(), List.of())))));
  }

  private Stream<Part> late() {
    List<Comment> late = sight.late().stream().filter(wanted::shows).toList();
    return late.isEmpty()
        ? Stream.empty()
        : Stream.concat(Stream.<Part>of(new Part.Late()), entries(late));
  }

  private Stream<Part> since(List<Item> shown) {
    List<String> ids = shown.stream().map(Item::id).toList();
    List<String> sentences =
        since.stream()
            .filter(notice -> wanted.shows(notice, ids))
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
        placing.passing(comment).map(this::lineage),
        observation.apply(comment),
        () -> difference.apply(comment));
  }

  private String lineage(Placing.Passing passing) {
    String item = itemParts.called(passing.item());
    return passing
        .into()
        .map(into -> words.word("lineage.merged", item, itemParts.called(into)))
        .orElseGet(
            () ->
                passing.item().into().isPresent()
                    ? item + Part.BETWEEN + words.word("status.merged")
                    : words.word("lineage.withdrawn", item));
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
        .map(itemParts::called);
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
}
