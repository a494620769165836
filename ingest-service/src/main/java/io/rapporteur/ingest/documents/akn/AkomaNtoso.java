package io.rapporteur.ingest.documents.akn;

import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.schemas.http.Notices;

/**
 * A reading as Akoma Ntoso: corrected, as it stands. The same reading is the same bytes. What the
 * reader took for a list and its items is there, nothing else of the report.
 */
public final class AkomaNtoso {

  /** Of Akoma Ntoso 1.0, which is the third version of the language. */
  static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

  private AkomaNtoso() {}

  /** Writes a document; in UTF-8. */
  public static byte[] of(Document document) {
    Manifest manifest = document.manifest();
    var layout = new Layout(document.reading());
    var xml = new Xml("akomaNtoso", NAMESPACE);
    xml.start("doc").attribute("name", Identification.REPORT);
    xml.start("meta");
    new Identification(document).write(xml);
    new References(document.reading()).write(xml);
    new Provenance(xml).write(document, layout);
    xml.end();
    preface(xml, manifest);
    new BodyWriting(xml, manifest.language()).write(layout);
    xml.end();
    return xml.end().bytes();
  }

  private static void preface(Xml xml, Manifest manifest) {
    xml.start("preface").language(manifest.language());
    xml.start("p").element("docNumber", manifest.symbol()).end();
    String title = manifest.titles().getOrDefault(manifest.language(), "");
    if (!title.isBlank()) {
      xml.start("p").element("docTitle", title).end();
    }
    if (manifest.machineRead()) {
      xml.start("p").attribute("class", "notice").language("en").text(Notices.MACHINE_READ).end();
    }
    xml.end();
  }
}
