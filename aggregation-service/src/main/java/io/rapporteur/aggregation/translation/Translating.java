package io.rapporteur.aggregation.translation;

import io.rapporteur.aggregation.secretariat.Judgement;
import io.rapporteur.aggregation.secretariat.Outcome;
import io.rapporteur.aggregation.secretariat.Step;
import io.rapporteur.schemas.http.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What may be done on the translations of a comment as they stand. What replaces or takes back a
 * translation names a revision of the row that was seen, and is refused if exactly that translation
 * has changed since; one into a language that was free needs nothing, so that translators into
 * several languages are never in each other's way. Pure.
 */
public final class Translating {

  /**
   * What the texts of a comment and its translations may take together, in bytes of UTF-8: a
   * comment in public is one record, and the broker takes records of one megabyte.
   */
  static final int MOST_BYTES = 900_000;

  private Translating() {}

  /**
   * Makes a translation.
   *
   * @param seen the revision of the row that the caller has seen, if it named one
   * @param bytes what the comment takes as it was handed in, in UTF-8
   */
  public static Function<List<Step>, Judgement> making(
      Step.TranslationMade made, Optional<Integer> seen, int bytes) {
    return row -> {
      Translated translated = Translated.of(row);
      Optional<Translated.Standing> stands = translated.standing(made.of(), made.language());
      if (stands.map(Translated.Standing::made).filter(made::equals).isPresent()) {
        return new Judgement.StandsAlready();
      }
      if (stands.isPresent() && seen.isEmpty()) {
        return new Judgement.Refused(new Outcome.NotSeen(translated.revision()));
      }
      if (changed(translated, made.of(), made.language(), seen)) {
        return new Judgement.Refused(new Outcome.Changed(translated.revision()));
      }
      int together =
          bytes
              + bytes(made)
              + translated.standing(made.of()).values().stream()
                  .map(Translated.Standing::made)
                  .filter(other -> !other.language().equals(made.language()))
                  .mapToInt(Translating::bytes)
                  .sum();
      if (together > MOST_BYTES) {
        return new Judgement.Refused(
            new Outcome.Faulty(
                List.of(
                    Fault.of(
                        "text",
                        together + " bytes with the comment and its other translations",
                        "at most " + MOST_BYTES + " bytes together"))));
      }
      return new Judgement.Done(made);
    };
  }

  /** Takes a translation back; one that is not there is left so. */
  public static Function<List<Step>, Judgement> takingBack(int of, String language, int seen) {
    return row -> {
      Translated translated = Translated.of(row);
      if (translated.standing(of, language).isEmpty()) {
        return new Judgement.StandsAlready();
      }
      return changed(translated, of, language, Optional.of(seen))
          ? new Judgement.Refused(new Outcome.Changed(translated.revision()))
          : new Judgement.Done(new Step.TranslationTakenBack(of, language));
    };
  }

  private static boolean changed(
      Translated translated, int of, String language, Optional<Integer> seen) {
    return seen.filter(
            named -> named < translated.last(of, language) || named > translated.revision())
        .isPresent();
  }

  private static int bytes(Step.TranslationMade made) {
    return bytes(Stream.of(Optional.of(made.text()), made.proposedText(), made.rationale()));
  }

  /** What texts take in UTF-8. */
  public static int bytes(Stream<Optional<String>> texts) {
    return texts
        .flatMap(Optional::stream)
        .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }
}
