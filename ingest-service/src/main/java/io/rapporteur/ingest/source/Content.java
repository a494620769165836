package io.rapporteur.ingest.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a file is by its content alone.
 *
 * @param format of a report; empty for what no report is read from
 * @param word what it is, to people
 * @param encrypted whether it says of itself that it asks for a password
 */
record Content(Optional<Format> format, String word, boolean encrypted) {

  private static final int HEAD = 4096;
  private static final Pattern HTML =
      Pattern.compile(
          "\\A\\uFEFF?\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*"
              + "<(?:!doctype\\s+html|html|head|body|meta|title|style|script|article|section|main"
              + "|div|p|h[1-6]|ol|ul|table)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /**
   * A text in Markdown may hold elements of HTML, at its beginning too; a page of HTML begins so.
   */
  private static final Pattern PAGE =
      Pattern.compile(
          "\\A\\uFEFF?\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*"
              + "<(?:!doctype\\s+html|html|head|body)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  private record Magic(String word, byte[] start) {
    Magic(String word, String start) {
      this(word, start.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static final List<Magic> OTHERS =
      List.of(
          new Magic("an RTF document", "{\\rtf"),
          new Magic("a PNG picture", "\u0089PNG"),
          new Magic("a JPEG picture", "\u00FF\u00D8\u00FF"),
          new Magic("a GIF picture", "GIF8"),
          new Magic("a TIFF picture", "II*\0"),
          new Magic("a TIFF picture", "MM\0*"),
          new Magic("a gzip archive", "\u001F\u008B"),
          new Magic("a 7z archive", "7z\u00BC\u00AF"),
          new Magic("a RAR archive", "Rar!\u001A"),
          new Magic("a PostScript file", "%!PS"),
          new Magic("a program", "MZ\u0090\0"),
          new Magic("a program", "\u007FELF"));

  /**
   * Finds it. Takes the time of a look at the first bytes, or at the names in an archive.
   *
   * @param markdown whether a text that begins with an element of HTML is said to be Markdown
   */
  static Content of(byte[] file, boolean markdown) {
    int start = Math.max(0, firstPrinting(file));
    if (startsWith(file, start, "%PDF-".getBytes(StandardCharsets.ISO_8859_1))) {
      return report(Format.PDF, "PDF");
    }
    if (startsWith(file, 0, ZIP)) {
      return archive(file);
    }
    if (startsWith(file, 0, OLE)) {
      return contains(file, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))
          ? new Content(Optional.of(Format.DOCX), "an encrypted Office document", true)
          : other("an Office document of 1997-2003");
    }
    for (Magic magic : OTHERS) {
      if (startsWith(file, 0, magic.start())) {
        return other(magic.word());
      }
    }
    return (markdown ? PAGE : HTML).matcher(head(file)).matches()
        ? report(Format.HTML, "HTML")
        : report(Format.TEXT, "plain text");
  }

  private static Content archive(byte[] file) {
    if (contains(file, bytes("word/document")) || contains(file, bytes("wordprocessingml"))) {
      return report(Format.DOCX, "DOCX");
    }
    if (contains(file, bytes("xl/workbook"))) {
      return other("a spreadsheet");
    }
    if (contains(file, bytes("ppt/presentation"))) {
      return other("a presentation");
    }
    return contains(file, bytes("opendocument")) ? other("an OpenDocument file") : other("a zip");
  }

  private static Content report(Format format, String word) {
    return new Content(Optional.of(format), word, false);
  }

  private static Content other(String word) {
    return new Content(Optional.empty(), word, false);
  }

  private static String head(byte[] file) {
    int length = Math.min(HEAD, file.length);
    if (startsWith(file, 0, new byte[] {(byte) 0xFF, (byte) 0xFE})) {
      return new String(file, 0, length, StandardCharsets.UTF_16LE);
    }
    if (startsWith(file, 0, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
      return new String(file, 0, length, StandardCharsets.UTF_16BE);
    }
    return new String(file, 0, length, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
  }

  private static int firstPrinting(byte[] file) {
    for (int i = 0; i < Math.min(1024, file.length); i++) {
      int b = file[i] & 0xFF;
      if (b > ' ' && b != 0xEF && b != 0xBB && b != 0xBF) {
        return i;
      }
    }
    return -1;
  }

  private static byte[] bytes(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean startsWith(byte[] file, int from, byte[] start) {
    if (file.length - from < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (file[from + i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(byte[] file, byte[] part) {
    for (int i = 0; i <= file.length - part.length; i++) {
      if (file[i] == part[0] && startsWith(file, i, part)) {
        return true;
      }
    }
    return false;
  }
}
