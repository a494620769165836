package io.rapporteur.aggregation.paper;

import io.rapporteur.aggregation.compilation.Moment;
import java.util.Optional;

/**
 * Which paper is asked for.
 *
 * @param order of the columns, of a table only
 * @param section id of the one section wanted; all if empty
 * @param entry what the one entry of the consolidated draft is called on which comments are wanted;
 *     all if empty
 * @param participant code of the one whose comments are wanted; all if empty
 * @param symbol to be printed, as the secretariat types it
 * @param distribution to be printed, as the secretariat types it
 * @param asOf the moment wanted; as it stands if empty
 */
public record Asked(
    PaperFormat format,
    UnLanguage language,
    Order order,
    Optional<String> section,
    Optional<String> entry,
    Optional<String> participant,
    Optional<String> kind,
    Optional<String> position,
    Optional<String> symbol,
    Optional<String> distribution,
    Optional<Moment> asOf) {

  /** Of all entries, as it stands when it is made. */
  public Asked(
      PaperFormat format,
      UnLanguage language,
      Order order,
      Optional<String> section,
      Optional<String> participant,
      Optional<String> kind,
      Optional<String> position,
      Optional<String> symbol,
      Optional<String> distribution) {
    this(
        format,
        language,
        order,
        section,
        Optional.empty(),
        participant,
        kind,
        position,
        symbol,
        distribution,
        Optional.empty());
  }

  /** Whether a part of the compilation only is wanted. */
  boolean part() {
    return section.isPresent()
        || entry.isPresent()
        || participant.isPresent()
        || kind.isPresent()
        || position.isPresent();
  }

  /** What a file of it is called, without its ending. */
  public String name(String consultation) {
    return consultation
        + "-comments"
        + (order == Order.OURS ? "" : "-" + order.word())
        + "-"
        + language.tag();
  }
}
