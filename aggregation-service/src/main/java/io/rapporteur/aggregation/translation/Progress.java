package io.rapporteur.aggregation.translation;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Content;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a text is translated, by language.
 *
 * @param comment whose text it is
 * @param characters of all that is to be translated, in Unicode code points
 * @param row revision of the row of its translations
 * @param leavesOut number of the last redaction of the text, which a translation must leave out; 0
 *     if there is none
 */
public record Progress(
    Comment comment, int characters, int row, int leavesOut, Map<String, State> byLanguage) {

  /** How a text stands in a language. */
  public enum State {
    /** It is the original. */
    ORIGINAL,
    /** Its author gave a translation. */
    BY_AUTHOR,
    /** The secretariat has translated it. */
    BY_SECRETARIAT,
    /** The secretariat has translated it, and something was redacted since. */
    TO_BE_MADE_ANEW,
    /** There is none. */
    MISSING
  }

  /** Copies the states. */
  public Progress {
    byLanguage = Map.copyOf(byLanguage);
  }

  /**
   * How far the text of a comment is translated.
   *
   * @param languages in which it is wanted
   * @param redaction number of the last redaction of the text that stands; 0 if none does
   */
  public static Progress of(
      Comment comment, Translated translated, int redaction, List<String> languages) {
    Content said = comment.said();
    Map<String, State> states = new TreeMap<>();
    languages.forEach(language -> states.put(language, State.MISSING));
    translated
        .shown(comment.revision(), redaction)
        .forEach(
            each ->
                states.replace(
                    each.language(),
                    each.added().filter(Content.Added::withheld).isPresent()
                        ? State.TO_BE_MADE_ANEW
                        : State.BY_SECRETARIAT));
    said.translations().stream()
        .filter(each -> !each.bySecretariat())
        .forEach(each -> states.replace(each.language(), State.BY_AUTHOR));
    states.replace(said.language(), State.ORIGINAL);
    return new Progress(
        comment, characters(said), translated.revision(), redaction, Map.copyOf(states));
  }

  /** Whether somebody has to translate it into a language. */
  public boolean isWanted(String language) {
    return switch (byLanguage.getOrDefault(language, State.ORIGINAL)) {
      case MISSING, TO_BE_MADE_ANEW -> true;
      case ORIGINAL, BY_AUTHOR, BY_SECRETARIAT -> false;
    };
  }

  private static int characters(Content said) {
    return characters(said.text())
        + said.proposedText().map(Progress::characters).orElse(0)
        + said.rationale().map(Progress::characters).orElse(0);
  }

  private static int characters(String text) {
    return text.codePointCount(0, text.length());
  }
}
