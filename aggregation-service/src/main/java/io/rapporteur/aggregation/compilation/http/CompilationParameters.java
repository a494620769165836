package io.rapporteur.aggregation.compilation.http;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Placing;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.reference.EntryReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asks of a compilation; everything given must be met.
 *
 * @param entry what an entry of the draft is called; comments on it, and nothing else
 * @param participant code of who hands in, or joined
 * @param participantClass word, for instance {@code member-state}
 * @param regionalGroup word, for instance {@code african}
 * @param onBehalfOf code of a group whose voice it is
 * @param original language of the authentic text
 * @param submission id, so that a submission is seen whole
 * @param asOf see {@link io.rapporteur.aggregation.compilation.Moment}
 * @param cursor the {@code next} of an earlier answer
 * @param limit most comments in an answer; all of them if not given
 */
record CompilationParameters(
    @Nullable String document,
    @Nullable String section,
    @Nullable String entry,
    @Nullable String participant,
    @Nullable String participantClass,
    @Nullable String regionalGroup,
    @Nullable String onBehalfOf,
    @Nullable String kind,
    @Nullable String position,
    @Nullable String original,
    @Nullable String submission,
    @Nullable String asOf,
    @Nullable String cursor,
    @Nullable String limit) {

  private static final int MOST = 1_000;
  private static final List<String> CLASSES =
      List.of(
          "member-state",
          "non-member-observer-state",
          "intergovernmental-organization",
          "un-entity",
          "non-governmental-organization",
          "academia",
          "private-sector");
  private static final List<String> GROUPS =
      List.of(
          "african",
          "asia-pacific",
          "eastern-european",
          "latin-american-and-caribbean",
          "western-european-and-others");

  /** All faults; none if it can be answered. */
  List<Fault> faults(List<Item> items) {
    List<Fault> faults = new ArrayList<>();
    Words.oneOf("document", document, distinct(items.stream().map(Item::document)), faults);
    Words.oneOf("section", section, distinct(items.stream().map(i -> i.section().id())), faults);
    Words.oneOf("participantClass", participantClass, CLASSES, faults);
    Words.oneOf("regionalGroup", regionalGroup, GROUPS, faults);
    Words.oneOf("kind", kind, Comment.KINDS, faults);
    Words.oneOf("position", position, Comment.POSITIONS, faults);
    Words.oneOf("original", original, Words.LANGUAGES, faults);
    if (limit != null && !(limit.matches("[0-9]{1,4}") && size() >= 1 && size() <= MOST)) {
      faults.add(Fault.of("limit", limit, "a number from 1 to " + MOST));
    }
    return faults;
  }

  /** The items that are shown. */
  Predicate<Item> items() {
    return item ->
        entry == null && meets(document, item.document()) && meets(section, item.section().id());
  }

  /** The comments that are shown; document and section are those under which they stand. */
  Predicate<Comment> comments(Placing placing) {
    return comment ->
        meets(document, placing.document(comment).orElse(""))
            && meets(section, placing.section(comment).orElse(""))
            && (entry == null || comment.entry().equals(meant(comment.consultation(), entry)))
            && (meets(participant, comment.participant())
                || comment.isJoinedBy(String.valueOf(participant)))
            && meets(participantClass, comment.participantClass())
            && meets(regionalGroup, comment.regionalGroup().orElse(""))
            && meets(onBehalfOf, comment.onBehalfOf().orElse(""))
            && meets(kind, comment.saying().kind())
            && meets(position, comment.saying().position())
            && meets(original, comment.saying().language())
            && meets(submission, comment.submission().orElse(""));
  }

  private static Optional<String> meant(String consultation, String entry) {
    return Optional.of(EntryReference.id(consultation, entry));
  }

  /** Most comments in an answer. */
  int size() {
    return limit == null ? Integer.MAX_VALUE : Integer.parseInt(limit);
  }

  private static boolean meets(@Nullable String wanted, String found) {
    return wanted == null || wanted.equals(found);
  }

  private static List<String> distinct(Stream<String> words) {
    return words.distinct().toList();
  }
}
