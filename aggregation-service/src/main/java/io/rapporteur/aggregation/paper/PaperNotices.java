package io.rapporteur.aggregation.paper;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.schemas.reference.EntryReference;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The sentences that travel with a paper of comments: what its reader may see, of which moment, of
 * which part, and what nobody may conclude from it.
 */
public final class PaperNotices {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private static final Set<String> OF_OTHERS = Set.of("published", "participants", "as-received");

  private final List<Item> items;
  private final Sight sight;
  private final HouseOrder order;
  private final Asked asked;
  private final Optional<Composing.State> state;
  private final Predicate<Comment> shown;
  private final Words words;

  /**
   * Of a paper.
   *
   * @param items all from which it is made
   * @param shown which comments are on the paper
   */
  public PaperNotices(
      List<Item> items,
      Sight sight,
      HouseOrder order,
      Asked asked,
      Optional<Composing.State> state,
      Predicate<Comment> shown) {
    this.items = items;
    this.sight = sight;
    this.order = order;
    this.asked = asked;
    this.state = state;
    this.shown = shown;
    this.words = Words.in(asked.language());
  }

  /** The sentences. */
  public List<String> notices() {
    List<String> notices = new ArrayList<>();
    String edition = sight.edition().orElse("");
    boolean own =
        sight.comments().stream().anyMatch(c -> !sight.published().contains(c.id()))
            || !sight.late().isEmpty();
    String reader = sight.visibility();
    boolean ofOthers = OF_OTHERS.contains(reader);
    notices.add(words.word("reader." + reader + (ofOthers && own ? "-own" : ""), edition));
    state.ifPresent(as -> notices.addAll(state(as)));
    if (asked.part()) {
      notices.add(words.word("reader.part", String.join(words.word("between"), partShown())));
    }
    notices.add(words.word("notice.preliminary"));
    if (items.stream().anyMatch(Item::machineRead)) {
      notices.add(words.word("notice.machine-read"));
    }
    notices.add(words.word("notice.as-received"));
    notices.add(words.word("notice.translations"));
    notices.addAll(
        words.redacted(
            Stream.concat(sight.comments().stream(), sight.late().stream())
                .filter(shown)
                .map(Comment::saying)));
    return notices;
  }

  private List<String> state(Composing.State as) {
    List<String> said = new ArrayList<>();
    as.time()
        .map(time -> time.atOffset(ZoneOffset.UTC))
        .ifPresent(
            time ->
                said.add(
                    words.word("as-of.time", words.date(time.toLocalDate()), TIME.format(time))));
    said.add(words.word("as-of.cut", as.cut()));
    if (as.provisional()) {
      said.add(words.word("as-of.provisional"));
    }
    return said;
  }

  private List<String> partShown() {
    return Stream.of(
            asked.section().map(id -> heading(id).orElse(id)),
            asked.entry().map(this::called),
            asked.participant().map(order::name),
            asked.kind().map(kind -> words.word("kind." + kind)),
            asked.position().filter(p -> !p.equals("not-stated")).map(words::position))
        .flatMap(Optional::stream)
        .toList();
  }

  private String called(String entry) {
    int number = EntryReference.number(EntryReference.id("", entry));
    return number == 0 ? entry : words.word("entry", Integer.toString(number));
  }

  private Optional<String> heading(String section) {
    return items.stream()
        .filter(item -> item.section().id().equals(section))
        .findFirst()
        .map(
            item ->
                Wording.of(item.section().headings(), words.language().tag(), item.language())
                    .text())
        .filter(heading -> !heading.isBlank());
  }
}
