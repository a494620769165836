package io.rapporteur.aggregation.compilation;

import java.util.Map;
import java.util.Optional;

/**
 * A recommendation of a consultation, in the order of the text.
 *
 * @param number running number within the consultation
 * @param machineRead the text is not the authentic one
 * @param status word: {@code standing}, {@code withdrawn} or {@code merged}
 */
public record Item(
    String id,
    String document,
    String symbol,
    int number,
    String paragraph,
    String label,
    String printedLabel,
    Section section,
    int version,
    Map<String, String> texts,
    boolean machineRead,
    String status) {

  /** The section it stands under, with the words that must travel with it. */
  public record Section(
      String id,
      Map<String, String> headings,
      Optional<String> agendaItem,
      Map<String, String> disclaimers) {}
}
