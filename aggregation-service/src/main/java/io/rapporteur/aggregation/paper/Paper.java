package io.rapporteur.aggregation.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A paper as one reader may see it, to be written in one of several formats: the compilation, or
 * what a meeting made of it. What the reader may not see is not in it.
 *
 * @param heading what it is, in the words of its language
 * @param ofComments whether comments stand on it; else a table of it has columns for texts alone
 * @param title of the consultation
 * @param symbol as the secretariat typed it; the paper is an advance unedited version until then
 * @param distribution as the secretariat typed it
 * @param date on which it is made, in UTC
 * @param notices sentences that travel with it, what its reader may see among them
 * @param items how many recommendations, or items of a list, are on it
 * @param parts made while they are read, and can be read again
 */
public record Paper(
    UnLanguage language,
    String consultation,
    String heading,
    boolean ofComments,
    Wording title,
    Optional<String> symbol,
    Optional<String> distribution,
    LocalDate date,
    List<String> notices,
    int items,
    Iterable<Part> parts) {

  /** Copies the notices. */
  public Paper {
    notices = List.copyOf(notices);
  }

  /** The words of its language. */
  public Words words() {
    return Words.in(language);
  }

  /** Symbol if there is one, else that it is an advance version. */
  public String running() {
    return symbol.orElse(words().word("advance"));
  }
}
