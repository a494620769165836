package io.rapporteur.ingest.documents.akn;

import io.rapporteur.ingest.documents.akn.Place.Step;
import io.rapporteur.ingest.documents.akn.Points.Point;
import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.Reading;
import io.rapporteur.ingest.reading.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where everything of a reading stands, with its ids: first the lists of the preamble, then the
 * body. Paragraphs of one part or article stand together in it.
 */
final class Layout {

  static final String PREAMBLE = "preamble";

  private final List<Listing> preamble = new ArrayList<>();
  private final Map<Step, Part> body = new LinkedHashMap<>();
  private final ElementIds ids = new ElementIds();

  /** The layout of a reading. */
  Layout(Reading reading) {
    Set<String> seen = new HashSet<>();
    for (Section section : reading.sections()) {
      if (seen.add(section.id())) {
        List<Item> items =
            reading.items().stream().filter(i -> i.section().equals(section.id())).toList();
        add(section, items);
      }
    }
  }

  /** A list with the section that it stands under. */
  record Listing(String id, Section section, List<Point> points) {

    /** The id of the list itself. */
    String list() {
      return id + ElementIds.LIST;
    }
  }

  /**
   * An element of the body.
   *
   * @param listings its own lists; one at most
   * @param parts what else stands in it
   */
  record Part(Step step, String id, List<Listing> listings, Map<Step, Part> parts) {}

  List<Listing> preamble() {
    return preamble;
  }

  List<Part> body() {
    return List.copyOf(body.values());
  }

  /** All lists, in the order of the document. */
  List<Listing> listings() {
    List<Listing> all = new ArrayList<>(preamble);
    body.values().forEach(part -> collect(part, all));
    return all;
  }

  private static void collect(Part part, List<Listing> all) {
    all.addAll(part.listings());
    part.parts().values().forEach(inner -> collect(inner, all));
  }

  private void add(Section section, List<Item> items) {
    Place place = Place.of(section.paragraph());
    if (place.preamble()) {
      preamble.add(listing(PREAMBLE, section, items, "item"));
      return;
    }
    Map<Step, Part> level = body;
    String id = "";
    List<Listing> listings = preamble;
    for (Step step : place.steps()) {
      id = ElementIds.within(id, step.shortened(), step.number());
      String own = id;
      Part part =
          level.computeIfAbsent(
              step, s -> new Part(s, own, new ArrayList<>(), new LinkedHashMap<>()));
      level = part.parts();
      listings = part.listings();
    }
    listings.add(listing(id, section, items, "point"));
  }

  private Listing listing(String id, Section section, List<Item> items, String element) {
    return new Listing(id, section, Points.of(section, items, id + ElementIds.LIST, element, ids));
  }
}
