package io.rapporteur.ingest.documents.akn;

import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The items of one list as points, by their labels as they stand: {@code a.i} stands within {@code
 * a}. A point without words is made where the list has no item of the outer label.
 *
 * <p>The {@code eId} of a point says its label. Its {@code wId} says the label in the id of the
 * item, which stays when the label of a published item is corrected.
 */
final class Points {

  private final Section section;
  private final String list;
  private final String element;
  private final ElementIds ids;
  private final List<Point> points = new ArrayList<>();
  private final Map<String, Point> byLabel = new HashMap<>();

  private Points(Section section, String list, String element, ElementIds ids) {
    this.section = section;
    this.list = list;
    this.element = element;
    this.ids = ids;
  }

  /**
   * A point.
   *
   * @param item empty if only points within it were read
   */
  record Point(String eId, String wId, Optional<Item> item, List<Point> points) {}

  /**
   * The points of a list, in the order of the text.
   *
   * @param list id of the list
   * @param element what a point is called in ids
   */
  static List<Point> of(
      Section section, List<Item> items, String list, String element, ElementIds ids) {
    var points = new Points(section, list, element, ids);
    items.forEach(points::add);
    return points.points;
  }

  private void add(Item item) {
    Point point = put(item.label(), path(labelOfWork(item)), Optional.of(item));
    byLabel.putIfAbsent(item.label(), point);
  }

  private String labelOfWork(Item item) {
    String prefix = section.id() + ".";
    return item.id().startsWith(prefix) ? item.id().substring(prefix.length()) : item.label();
  }

  private String path(String label) {
    String path = list;
    String between = "";
    for (String number : label.split("[.]", -1)) {
      path = ElementIds.within(path + between, element, number);
      between = ElementIds.LIST;
    }
    return path;
  }

  private Point put(String label, String wId, Optional<Item> item) {
    int dot = label.lastIndexOf('.');
    String outerId = list;
    List<Point> siblings = points;
    if (dot >= 0) {
      Point outer = outer(label.substring(0, dot));
      outerId = outer.eId() + ElementIds.LIST;
      siblings = outer.points();
    }
    String eId = ids.unique(ElementIds.within(outerId, element, label.substring(dot + 1)));
    var point = new Point(eId, wId, item, new ArrayList<>());
    siblings.add(point);
    return point;
  }

  private Point outer(String label) {
    Point standing = byLabel.get(label);
    if (standing != null) {
      return standing;
    }
    Point made = put(label, path(label), Optional.empty());
    byLabel.put(label, made);
    return made;
  }
}
