package io.rapporteur.aggregation.compilation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Parts of a text that nobody reads but its author and the secretariat.
 *
 * @param reason word, one of {@link #REASONS}
 * @param stretches what goes; none once marks stand in its place
 */
public record Redaction(String reason, List<Stretch> stretches) {

  /** The reasons that are shown. */
  public static final List<String> REASONS =
      List.of("personal-data", "confidential", "rights-of-others");

  /** Copies the stretches. */
  public Redaction {
    stretches = List.copyOf(stretches);
  }

  /** The reasons alone, as those are told who read marks. */
  static List<Redaction> reasons(List<Redaction> redactions) {
    return redactions.stream()
        .map(each -> new Redaction(each.reason(), List.of()))
        .distinct()
        .toList();
  }

  /** Where a stretch stands. */
  public enum Field {
    /** The authentic text. */
    TEXT,
    /** A courtesy translation. */
    TRANSLATION,
    /** The proposed text. */
    PROPOSED_TEXT,
    /** The reason given. */
    RATIONALE,
    /** The passage that is meant. */
    QUOTATION,
    /** The name of a file. */
    ATTACHMENT_NAME;

    /** Its name in requests and answers, for instance {@code proposedText}. */
    public String word() {
      String[] parts = name().toLowerCase(Locale.ROOT).split("_", -1);
      return parts.length == 1
          ? parts[0]
          : parts[0] + parts[1].substring(0, 1).toUpperCase(Locale.ROOT) + parts[1].substring(1);
    }
  }

  /**
   * A part of a field, in characters (Unicode code points).
   *
   * @param of language of the translation, or id of the attachment
   * @param from how many characters stand before it
   * @param to how many stand before what follows it
   */
  public record Stretch(Field field, Optional<String> of, int from, int to) {}
}
