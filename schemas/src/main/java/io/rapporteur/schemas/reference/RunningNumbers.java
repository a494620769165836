package io.rapporteur.schemas.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Running numbers of the items of a consultation: 1 to N over all its documents, the same in six
 * languages, so that "item 36" is one item. What had been published when the consultation was
 * opened is numbered in the order of documents and text; what is published later follows at the
 * end, so that no number moves.
 */
public final class RunningNumbers {

  private RunningNumbers() {}

  /**
   * An item that bears a number.
   *
   * @param place among all of its document, from 1
   */
  public record Placed(String id, String document, int place) {}

  /**
   * The numbers by id, ascending.
   *
   * @param documents of the consultation, in their order; items of others get no number
   * @param opened places of each document that were taken at the opening; where a document is not
   *     named, all of its
   */
  public static Map<String, Integer> of(
      List<String> documents, Map<String, Integer> opened, List<Placed> items) {
    Map<String, Integer> offsets = new HashMap<>();
    int last = 0;
    for (String document : documents) {
      offsets.put(document, last);
      last += opened.getOrDefault(document, highest(document, items));
    }
    List<Placed> inOrder =
        items.stream()
            .filter(item -> offsets.containsKey(item.document()))
            .sorted(
                Comparator.comparingInt((Placed item) -> documents.indexOf(item.document()))
                    .thenComparingInt(Placed::place))
            .toList();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<Placed> later = new ArrayList<>();
    for (Placed item : inOrder) {
      if (item.place() <= opened.getOrDefault(item.document(), Integer.MAX_VALUE)) {
        numbers.put(item.id(), offsets.getOrDefault(item.document(), 0) + item.place());
      } else {
        later.add(item);
      }
    }
    for (Placed item : later) {
      numbers.put(item.id(), ++last);
    }
    return numbers;
  }

  private static int highest(String document, List<Placed> items) {
    return items.stream()
        .filter(item -> item.document().equals(document))
        .mapToInt(Placed::place)
        .max()
        .orElse(0);
  }
}
