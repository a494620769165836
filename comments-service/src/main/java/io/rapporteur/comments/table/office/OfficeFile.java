package io.rapporteur.comments.table.office;

import io.rapporteur.comments.table.NoTableException;
import io.rapporteur.schemas.http.ProblemType;
import java.io.IOException;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.xml.sax.SAXException;

/**
 * Opens a package: parts are unpacked as they are read, 200 MB at most over all readings, and one
 * that holds macros is refused. Nothing outside the file is looked at.
 */
public final class OfficeFile {

  /** A sheet of a million empty rows takes 30 MB and is read twice. */
  private static final long MOST_UNPACKED = 200L * 1024 * 1024;

  private OfficeFile() {}

  /**
   * What is done with an open package.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Work<T> {

    /** Does it. */
    T on(OPCPackage parts)
        throws IOException, OpenXML4JException, SAXException, XMLStreamException, NoTableException;
  }

  /**
   * Opens a file, does the work and closes it.
   *
   * @param expected what it should be, for people
   * @throws NoTableException if it is damaged, not safe, or the work says so
   */
  public static <T> T open(byte[] file, String expected, Work<T> work) throws NoTableException {
    UnpackedEntries entries;
    try {
      entries = new UnpackedEntries(file, MOST_UNPACKED);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(expected, e);
    }
    try (entries;
        OPCPackage parts = OPCPackage.open(entries)) {
      refuseMacros(parts);
      return work.on(parts);
    } catch (IOException
        | OpenXML4JException
        | OpenXML4JRuntimeException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | POIXMLException
        | SAXException
        | XMLStreamException e) {
      if (entries.exceeded()) {
        throw new NoTableException(
            ProblemType.FILE_UNSAFE,
            "file: unpacks to too much (expected: at most %d MB)".formatted(MOST_UNPACKED >> 20));
      }
      throw unreadable(expected, e);
    }
  }

  /**
   * The part that the package is about.
   *
   * @throws NoTableException if there is none
   */
  public static PackagePart main(OPCPackage parts) throws NoTableException {
    for (String type :
        new String[] {
          PackageRelationshipTypes.CORE_DOCUMENT, PackageRelationshipTypes.STRICT_CORE_DOCUMENT
        }) {
      var found = parts.getPartsByRelationshipType(type);
      if (!found.isEmpty()) {
        return found.getFirst();
      }
    }
    throw new NoTableException("file: an archive (expected: XLSX or DOCX)");
  }

  /**
   * Media type of the main part.
   *
   * @throws NoTableException if it is no package, or not safe
   */
  public static String mainType(byte[] file) throws NoTableException {
    return open(file, "XLSX or DOCX", parts -> main(parts).getContentType());
  }

  private static void refuseMacros(OPCPackage parts) throws OpenXML4JException, NoTableException {
    for (PackagePart part : parts.getParts()) {
      String type = part.getContentType().toLowerCase(Locale.ROOT);
      if (type.contains("macroenabled")
          || type.contains("vbaproject")
          || part.getPartName().getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
        throw new NoTableException(
            ProblemType.FILE_UNSAFE,
            "file: holds macros (expected: a file without them, XLSX or DOCX)");
      }
    }
  }

  private static NoTableException unreadable(String expected, Exception e) {
    return new NoTableException("file: unreadable (expected: %s)".formatted(expected), e);
  }
}
