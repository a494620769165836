package io.rapporteur.ingest.documents.akn;

import io.rapporteur.ingest.documents.Correction;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.KeptCorrections;
import io.rapporteur.ingest.documents.akn.Layout.Listing;
import io.rapporteur.ingest.documents.akn.Points.Point;
import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.Question;
import io.rapporteur.ingest.reading.Repair;

/**
 * How the text was read: what Akoma Ntoso has no word for, in a namespace of our own within {@code
 * proprietary}. It says of each item where it stands in the source, how sure its label is, what the
 * reader repaired and what stands beside it; then the questions left open and the corrections made
 * by hand.
 */
final class Provenance {

  static final String NAMESPACE = "urn:rapporteur:reading";

  private final Xml xml;

  Provenance(Xml xml) {
    this.xml = xml;
  }

  void write(Document document, Layout layout) {
    xml.start("proprietary").attribute("source", "#" + Identification.EDITOR);
    xml.start("reading")
        .namespace(NAMESPACE)
        .attribute("document", document.id())
        .attribute("revision", Integer.toString(document.revision()))
        .attribute("machineRead", Boolean.toString(document.manifest().machineRead()))
        .attribute("sourceName", document.file().name())
        .attribute("sourceDigest", document.file().digest())
        .attribute("readAt", document.file().readAt().toString())
        .attribute("changedAt", document.changedAt().toString());
    for (Listing listing : layout.listings()) {
      section(listing);
      listing.points().forEach(this::point);
    }
    document.reading().questions().forEach(this::question);
    document.corrections().forEach(this::corrections);
    xml.end();
    xml.end();
  }

  private void section(Listing listing) {
    xml.start("section")
        .attribute("id", listing.section().id())
        .attribute("href", "#" + listing.id())
        .attribute("agendaItem", listing.section().agendaItem());
    listing.section().headings().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(
            heading ->
                xml.start("heading").language(heading.getKey()).text(heading.getValue()).end());
    xml.end();
  }

  private void point(Point point) {
    point.item().ifPresent(item -> item(item, point.eId()));
    point.points().forEach(this::point);
  }

  private void item(Item item, String eId) {
    xml.start("item")
        .attribute("id", item.id())
        .attribute("href", "#" + eId)
        .attribute("label", item.label())
        .attribute("firstLine", Integer.toString(item.firstLine()))
        .attribute("lastLine", Integer.toString(item.lastLine()))
        .attribute("confidence", Double.toString(item.confidence()))
        .attribute("undecided", Boolean.toString(item.undecided()));
    item.alternatives().forEach(label -> xml.element("alternative", label));
    item.repairs().forEach(this::repair);
    item.annotations()
        .forEach(
            (name, value) ->
                xml.start("annotation").element("name", name).element("value", value).end());
    xml.end();
  }

  private void repair(Repair repair) {
    xml.start("repair")
        .attribute("kind", repair.kind().word())
        .attribute("line", Integer.toString(repair.line()))
        .attribute("confidence", Double.toString(repair.confidence()))
        .element("printed", repair.printed())
        .element("taken", repair.taken())
        .element("reason", repair.reason())
        .end();
  }

  private void question(Question question) {
    xml.start("question")
        .attribute("kind", question.kind().word())
        .attribute("line", Integer.toString(question.line()))
        .element("what", question.what());
    question.candidates().forEach(label -> xml.element("candidate", label));
    xml.end();
  }

  private void corrections(KeptCorrections kept) {
    xml.start("corrections").attribute("by", kept.by()).attribute("at", kept.at().toString());
    xml.element("reason", kept.reason());
    kept.corrections().stream()
        .map(Correction::item)
        .distinct()
        .forEach(item -> xml.element("corrected", item));
    xml.end();
  }
}
