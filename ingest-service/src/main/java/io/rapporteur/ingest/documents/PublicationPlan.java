package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.documents.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a publication makes of each difference.
 *
 * @param language of the reading
 * @param standing what is published of the document, whatever its status
 * @param decided what was said of differences, by recommendation
 * @param reason given for it
 */
record PublicationPlan(
    String language, List<Recommendation> standing, Map<String, Change> decided, String reason) {

  /** The steps for differences of which every one that asks for a word has it. */
  List<PublicationStep> steps(List<Difference> differences) {
    Set<Integer> taken = standing.stream().map(Recommendation::place).collect(Collectors.toSet());
    int last =
        Stream.concat(
                standing.stream(), differences.stream().flatMap(each -> each.after().stream()))
            .mapToInt(Recommendation::place)
            .max()
            .orElse(0);
    List<PublicationStep> steps = new ArrayList<>();
    for (Difference difference : differences) {
      Change said = decided.get(difference.recommendation());
      if (difference.kind() == Kind.NEW) {
        Recommendation read = difference.after().orElseThrow();
        // An item that is found later stands at the end, so that no running number moves.
        Recommendation placed = taken.contains(read.place()) ? read.at(++last) : read;
        steps.add(PublicationStep.first(placed));
      } else if (difference.kind() == Kind.NEW_LANGUAGE) {
        Recommendation before = difference.before().orElseThrow();
        Recommendation after = before.saying(difference.after().orElseThrow(), before.version());
        steps.add(PublicationStep.inAnotherLanguage(after, language, reason));
      } else if (said != null) {
        steps.add(step(difference, said));
      }
    }
    return steps;
  }

  private PublicationStep step(Difference difference, Change change) {
    Recommendation before = difference.before().orElseThrow();
    int worded = before.wording(language).map(Wording::version).orElse(before.version());
    Recommendation after =
        switch (change.as()) {
          case TRANSCRIPTION, CORRIGENDUM ->
              before.saying(difference.after().orElseThrow(), worded);
          case REWORDING -> before.saying(difference.after().orElseThrow(), before.version() + 1);
          case LANGUAGE_VERSION ->
              before.saying(difference.after().orElseThrow(), before.version());
          case WITHDRAWAL, MERGING -> before;
        };
    return PublicationStep.of(change, after, language, reason);
  }
}
