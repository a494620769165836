package io.rapporteur.schemas.http;

import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.util.List;

/**
 * A stretch of words of a difference.
 *
 * @param kind {@code same}, {@code removed} or {@code added}
 */
public record DifferenceView(String kind, String text) {

  /** Shows a difference, in the order of reading. */
  public static List<DifferenceView> of(List<Stretch> difference) {
    return difference.stream()
        .map(stretch -> new DifferenceView(stretch.kind().word(), stretch.text()))
        .toList();
  }
}
