package io.rapporteur.ingest.documents.akn;

import io.rapporteur.ingest.documents.akn.Layout.Listing;
import io.rapporteur.ingest.documents.akn.Layout.Part;
import io.rapporteur.ingest.documents.akn.Points.Point;
import io.rapporteur.ingest.reading.Footnote;
import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.Proposer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Writes what was read. Each item is a point (in the preamble, an item of a block list) with its
 * label as printed; its proposers stand in a paragraph of their own behind its words, since they
 * are none of them; the opening words of a list go before it, the disclaimer among them.
 */
final class BodyWriting {

  private final Xml xml;
  private final String language;

  BodyWriting(Xml xml, String language) {
    this.xml = xml;
    this.language = language;
  }

  void write(Layout layout) {
    if (!layout.preamble().isEmpty()) {
      xml.start("preamble").language(language);
      layout.preamble().forEach(this::blockList);
      xml.end();
    }
    xml.start("mainBody").language(language);
    layout.body().forEach(this::part);
    if (layout.body().isEmpty()) {
      xml.start("p").end();
    }
    xml.end();
  }

  private void part(Part part) {
    start(part.step().element(), part.id(), part.id());
    xml.element("num", part.step().number().toUpperCase(Locale.ROOT));
    part.listings().forEach(this::list);
    part.parts().values().forEach(this::part);
    xml.end();
  }

  private void list(Listing listing) {
    String heading = listing.section().headings().getOrDefault(language, "");
    if (!heading.isBlank()) {
      xml.element("heading", heading);
    }
    start("list", listing.list(), listing.list());
    if (!listing.section().disclaimer().isBlank()) {
      xml.start("intro").element("p", listing.section().disclaimer()).end();
    }
    listing.points().forEach(this::point);
    xml.end();
  }

  private void point(Point point) {
    start("point", point.eId(), point.wId());
    point.item().ifPresent(item -> xml.element("num", item.printedLabel()));
    if (point.points().isEmpty()) {
      xml.start("content");
      words(point);
      xml.end();
    } else {
      start("list", point.eId() + ElementIds.LIST, point.wId() + ElementIds.LIST);
      xml.start("intro");
      words(point);
      xml.end();
      point.points().forEach(this::point);
      xml.end();
    }
    xml.end();
  }

  private void blockList(Listing listing) {
    String opening = listing.section().disclaimer();
    if (listing.points().isEmpty()) {
      xml.element("p", opening);
      return;
    }
    start("blockList", listing.list(), listing.list());
    if (!opening.isBlank()) {
      xml.element("listIntroduction", opening);
    }
    listing.points().forEach(this::blockItem);
    xml.end();
  }

  private void blockItem(Point point) {
    start("item", point.eId(), point.wId());
    point.item().ifPresent(item -> xml.element("num", item.printedLabel()));
    words(point);
    if (!point.points().isEmpty()) {
      start("blockList", point.eId() + ElementIds.LIST, point.wId() + ElementIds.LIST);
      point.points().forEach(this::blockItem);
      xml.end();
    }
    xml.end();
  }

  private void words(Point point) {
    point
        .item()
        .ifPresent(
            item -> {
              xml.start("p");
              text(item, point.eId());
              xml.end();
              proposers(item.proposers());
            });
  }

  private void text(Item item, String eId) {
    String text = item.text();
    List<Footnote> footnotes =
        item.footnotes().stream().sorted(Comparator.comparingInt(Footnote::offset)).toList();
    int length = text.codePointCount(0, text.length());
    int written = 0;
    for (int i = 0; i < footnotes.size(); i++) {
      Footnote footnote = footnotes.get(i);
      int place = text.offsetByCodePoints(0, Math.clamp(footnote.offset(), 0, length));
      xml.text(text.substring(written, place));
      written = place;
      footnote(footnote, ElementIds.within(eId, "authorialNote", Integer.toString(i + 1)));
    }
    xml.text(text.substring(written));
  }

  private void footnote(Footnote footnote, String eId) {
    xml.start("authorialNote")
        .attribute("eId", eId)
        .attribute("marker", footnote.marker())
        .attribute("placement", "bottom");
    for (String paragraph : footnote.text().split("\n", -1)) {
      xml.element("p", paragraph);
    }
    xml.end();
  }

  private void proposers(List<Proposer> proposers) {
    if (proposers.isEmpty()) {
      return;
    }
    xml.start("p").attribute("class", "proposers");
    String between = "";
    for (Proposer proposer : proposers) {
      xml.text(between);
      between = "; ";
      References.proposer(xml, proposer);
    }
    xml.end();
  }

  private void start(String element, String eId, String wId) {
    xml.start(element).attribute("eId", eId).attribute("wId", wId);
  }
}
