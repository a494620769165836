package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.documents.Recommendation.Status;
import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Attaches the items of a reading to what is published, by section and label. Once published an id
 * is opaque: an item whose label was corrected is found by the label that it bears now, and an id
 * that another item bears is not given a second time.
 */
final class Attaching {

  private Attaching() {}

  static Reading byLabel(Reading reading, List<Recommendation> published) {
    Map<String, String> ids = new HashMap<>();
    published.stream()
        .filter(each -> each.status() == Status.STANDING)
        .forEach(each -> ids.put(each.heading().id() + " " + each.label(), each.id()));
    return reading.with(
        reading.items().stream().map(item -> item.identified(id(item, ids))).toList());
  }

  private static String id(Item item, Map<String, String> ids) {
    String attached = ids.get(item.section() + " " + item.label());
    if (attached != null) {
      return attached;
    }
    String free = item.id();
    for (int next = 2; ids.containsValue(free); next++) {
      free = item.id() + "-" + next;
    }
    return free;
  }
}
