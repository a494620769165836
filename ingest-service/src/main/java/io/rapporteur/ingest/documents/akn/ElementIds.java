package io.rapporteur.ingest.documents.akn;

import java.util.HashMap;
import java.util.Map;

/**
 * The ids of elements by the naming convention of Akoma Ntoso (OASIS, Akoma Ntoso Naming Convention
 * 1.0, section 5): the id of what the element stands in, then what it is and its number. An {@code
 * eId} occurs once in a document; if two elements would have the same, the later one gets a number
 * behind it. Not thread-safe.
 */
final class ElementIds {

  /** The one list of a paragraph or point, behind the id of that. */
  static final String LIST = "__list_1";

  private final Map<String, Integer> given = new HashMap<>();

  /** The id of an element within another; an empty one is the document. */
  static String within(String outer, String element, String number) {
    String own = element + "_" + number.replaceAll("[^A-Za-z0-9.-]", "-");
    return outer.isEmpty() ? own : outer + "__" + own;
  }

  /** The {@code eId} for an id. */
  String unique(String id) {
    int times = given.merge(id, 1, Integer::sum);
    return times == 1 ? id : unique(id + "-" + times);
  }
}
