package io.rapporteur.ingest.source;

import io.rapporteur.ingest.source.Refusal.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;

/**
 * Opens DOCX. POI reads the package (its archive, relationships and content types); the parts are
 * read one block at a time, since POI's own model of a document leaves out content controls and
 * tracked changes, does not make the numbers that Word prints, and holds the whole file. Stateless.
 */
final class WordFile {

  private static final String RELATED =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String RELATED_STRICT =
      "http://purl.oclc.org/ooxml/officeDocument/relationships/";

  private WordFile() {}

  static Source read(byte[] file, Limits limits)
      throws IOException, OpenXML4JException, XMLStreamException {
    Unpacking.hold(file, limits);
    try (OPCPackage opc = OPCPackage.open(new ByteArrayInputStream(file))) {
      PackagePart document = document(opc);
      var styles = new WordStyles();
      var numbering = new WordNumbering(styles);
      var notes = new WordNotes();
      blocks(document, "styles", "styles", styles::add);
      blocks(document, "numbering", "numbering", numbering::add);
      blocks(document, "footnotes", "footnotes", notes::addFootnote);
      blocks(document, "endnotes", "endnotes", notes::addEndnote);
      var lines = new LineCollector(limits);
      var blocks = new WordLines(styles, numbering, notes, lines);
      try (InputStream in = document.getInputStream()) {
        new XmlPart().blocks(in, "body", blocks::block);
      }
      return lines.source(Format.DOCX, "");
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).startsWith("Zip bomb")) {
        throw Unpacking.bomb("unpacks to over a hundred times its size", limits);
      }
      throw e;
    }
  }

  private static PackagePart document(OPCPackage opc) {
    var found = opc.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT);
    if (found.isEmpty()) {
      found = opc.getPartsByRelationshipType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT);
    }
    if (found.isEmpty()) {
      throw RefusedFileException.because(
          Reason.NOT_A_REPORT, "an Office file without a document", "a DOCX with a document");
    }
    return found.getFirst();
  }

  private static void blocks(
      PackagePart document, String relation, String container, Consumer<XmlElement> block)
      throws IOException, OpenXML4JException, XMLStreamException {
    for (String base : new String[] {RELATED, RELATED_STRICT}) {
      for (PackageRelationship related : document.getRelationshipsByType(base + relation)) {
        PackagePart part =
            document
                .getPackage()
                .getPart(PackagingURIHelper.createPartName(related.getTargetURI()));
        if (part != null) {
          try (InputStream in = part.getInputStream()) {
            new XmlPart().blocks(in, container, block);
          }
        }
      }
    }
  }
}
