package io.rapporteur.comments.table.file;

import io.rapporteur.comments.table.NoTableException;
import io.rapporteur.comments.table.Reading;
import io.rapporteur.comments.table.csv.CsvReading;
import io.rapporteur.comments.table.docx.DocxReading;
import io.rapporteur.comments.table.ndjson.NdjsonReading;
import io.rapporteur.comments.table.office.OfficeFile;
import io.rapporteur.comments.table.xlsx.XlsxReading;
import io.rapporteur.schemas.http.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A filled table. What it is is told by its content; neither its name nor what the sender says of
 * it is believed.
 *
 * @param format of the file
 */
public record FilledFile(TableFormat format, Reading reading) {

  /** Largest file, in bytes. */
  public static final int LARGEST = 20 * 1024 * 1024;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  private static final String EXPECTED = "XLSX, DOCX, CSV in UTF-8, or JSON an object a line";

  /**
   * Reads a file.
   *
   * @throws NoTableException if it is none of the formats, too large, encrypted, in another
   *     encoding, not safe, or no table of comments
   */
  public static FilledFile read(byte[] file) throws NoTableException {
    if (file.length > LARGEST) {
      throw refused(ProblemType.TOO_LARGE, "over %d MB".formatted(LARGEST >> 20), "at most that");
    }
    if (startsWith(file, ZIP)) {
      return office(file);
    }
    if (startsWith(file, OLE)) {
      throw contains(file, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))
          ? refused(ProblemType.FILE_ENCRYPTED, "asks for a password", "a file without one")
          : refused(ProblemType.NOT_A_TABLE, "an Office document of 1997-2003", EXPECTED);
    }
    String text = text(file);
    return text.stripLeading().startsWith("{")
        ? new FilledFile(TableFormat.NDJSON, NdjsonReading.of(text))
        : new FilledFile(TableFormat.CSV, CsvReading.of(file));
  }

  private static FilledFile office(byte[] file) throws NoTableException {
    String type = OfficeFile.mainType(file);
    if (type.contains("spreadsheetml")) {
      return new FilledFile(TableFormat.XLSX, XlsxReading.of(file));
    }
    if (type.contains("wordprocessingml")) {
      return new FilledFile(TableFormat.DOCX, DocxReading.of(file));
    }
    throw refused(ProblemType.NOT_A_TABLE, "another Office document", EXPECTED);
  }

  private static String text(byte[] file) throws NoTableException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      if (text.indexOf('\0') >= 0) {
        throw refused(ProblemType.FILE_ENCODING, "not a text in UTF-8", EXPECTED);
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw refused(ProblemType.FILE_ENCODING, "not of UTF-8", EXPECTED);
    }
  }

  private static boolean startsWith(byte[] file, byte[] start) {
    return file.length >= start.length
        && Arrays.equals(file, 0, start.length, start, 0, start.length);
  }

  private static boolean contains(byte[] file, byte[] sought) {
    for (int at = 0; at + sought.length <= file.length; at++) {
      if (Arrays.equals(file, at, at + sought.length, sought, 0, sought.length)) {
        return true;
      }
    }
    return false;
  }

  private static NoTableException refused(ProblemType type, String what, String expected) {
    return new NoTableException(type, "file: %s (expected: %s)".formatted(what, expected));
  }
}
