package io.rapporteur.standalone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What can be read in bytes, whatever they are: unpacked, taken out of a PDF, and with every way
 * undone in which a word may stand in a text without being seen (escapes of JSON, XML and
 * addresses, Base64, marks between its letters, a break of a line in it).
 */
final class Legible {

  /** Packages in packages, and Base64 in Base64, are followed so far. */
  private static final int DEEPEST = 4;

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{12,}={0,2}");
  private static final Pattern JSON = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
  private static final Pattern XML = Pattern.compile("&#(x?)([0-9a-fA-F]{1,6});");
  private static final Pattern ADDRESS = Pattern.compile("(%[0-9a-fA-F]{2})+");

  private final StringBuilder read = new StringBuilder();

  private Legible() {}

  /** The text of an answer: unpacked and taken out of a PDF, and otherwise as it is. */
  static String text(byte[] bytes) {
    var legible = new Legible();
    legible.unpack(bytes, 0, false);
    return legible.read.toString();
  }

  /** Everything in which a word is looked for; nothing that parts its letters is left. */
  static String searched(byte[] bytes) {
    var legible = new Legible();
    legible.unpack(bytes, 0, true);
    return closed(legible.read.toString());
  }

  /** A word as it stands in what is {@link #searched}. */
  static String closed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}\u0640]", "");
  }

  private void unpack(byte[] bytes, int depth, boolean everyWay) {
    try {
      if (begins(bytes, "PK")) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
          for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            read.append(entry.getName()).append('\n');
            unpack(zip.readAllBytes(), depth, everyWay);
          }
        }
      } else if (begins(bytes, "%PDF")) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
          read.append(new PDFTextStripper().getText(document)).append('\n');
          if (everyWay) {
            read.append(document.getDocumentInformation().getCOSObject()).append('\n');
          }
        }
      } else if (begins(bytes, "\u001f\u008b")) {
        try (var packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
          unpack(packed.readAllBytes(), depth, everyWay);
        }
      } else {
        String text = new String(bytes, StandardCharsets.UTF_8);
        read.append(text).append('\n');
        if (everyWay) {
          undo(text, depth);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean begins(byte[] bytes, String with) {
    byte[] first = with.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= first.length
        && java.util.Arrays.equals(bytes, 0, first.length, first, 0, first.length);
  }

  private void undo(String text, int depth) {
    add(text, text.replaceAll("<[^>]*>", ""));
    add(text, JSON.matcher(text).replaceAll(found -> character(found.group(1), 16)));
    add(text, XML.matcher(text).replaceAll(found -> character(found.group(2), radix(found))));
    add(
        text,
        ADDRESS
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        URLDecoder.decode(found.group(), StandardCharsets.UTF_8))));
    if (depth == DEEPEST) {
      return;
    }
    Matcher packed = BASE64.matcher(text);
    while (packed.find()) {
      String piece = packed.group().replace("=", "").replace('+', '-').replace('/', '_');
      unpackQuietly(
          Base64.getUrlDecoder()
              .decode(piece.length() % 4 == 1 ? piece.substring(0, piece.length() - 1) : piece),
          depth + 1);
    }
  }

  /** What only looks packed, by its first bytes, is read as it is. */
  private void unpackQuietly(byte[] bytes, int depth) {
    int before = read.length();
    try {
      unpack(bytes, depth, true);
    } catch (UncheckedIOException e) {
      read.setLength(before);
      read.append(new String(bytes, StandardCharsets.UTF_8)).append('\n');
    }
  }

  private void add(String before, String after) {
    if (!after.equals(before)) {
      read.append(after).append('\n');
    }
  }

  private static int radix(MatchResult found) {
    return found.group(1).isEmpty() ? 10 : 16;
  }

  private static String character(String figures, int radix) {
    int code = Integer.parseInt(figures, radix);
    return Character.isValidCodePoint(code)
        ? Matcher.quoteReplacement(Character.toString(code))
        : "";
  }
}
