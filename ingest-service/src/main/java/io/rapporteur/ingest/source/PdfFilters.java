package io.rapporteur.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * The filters that the dictionary of a stream names, in their order, for those that the first bytes
 * of the stream do not show: text that stands for bytes, and packing other than Flate. Stateless.
 */
final class PdfFilters {

  private static final Pattern FILTERS =
      Pattern.compile("/Filter\\s*(\\[[^\\]]{0,400}\\]|/[A-Za-z0-9#]{1,40})");
  private static final Pattern NAME = Pattern.compile("/([A-Za-z0-9#]{1,40})");
  private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
  private static final Map<String, COSName> KNOWN =
      Map.of(
          "ASCIIHexDecode", COSName.ASCII_HEX_DECODE,
          "AHx", COSName.ASCII_HEX_DECODE,
          "ASCII85Decode", COSName.ASCII85_DECODE,
          "A85", COSName.ASCII85_DECODE,
          "LZWDecode", COSName.LZW_DECODE,
          "LZW", COSName.LZW_DECODE,
          "RunLengthDecode", COSName.RUN_LENGTH_DECODE,
          "RL", COSName.RUN_LENGTH_DECODE,
          "FlateDecode", COSName.FLATE_DECODE,
          "Fl", COSName.FLATE_DECODE);

  private PdfFilters() {}

  /** The filters of the last dictionary in a stretch of a file; those of pictures are left out. */
  static List<COSName> in(byte[] file, int from, int to) {
    String dictionary = new String(file, from, to - from, StandardCharsets.ISO_8859_1);
    int object = dictionary.lastIndexOf(" obj");
    Matcher filters = FILTERS.matcher(dictionary.substring(Math.max(0, object)));
    List<COSName> names = new ArrayList<>();
    if (filters.find()) {
      Matcher name = NAME.matcher(filters.group(1));
      while (name.find()) {
        COSName known = KNOWN.get(unescaped(name.group(1)));
        if (known != null) {
          names.add(known);
        }
      }
    }
    return names;
  }

  private static String unescaped(String name) {
    return ESCAPED
        .matcher(name)
        .replaceAll(
            code ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(code.group(1), 16))));
  }

  static boolean isText(COSName filter) {
    return filter.equals(COSName.ASCII_HEX_DECODE) || filter.equals(COSName.ASCII85_DECODE);
  }

  /** The bytes that a text stands for; they are fewer. */
  static byte[] bytes(COSName filter, byte[] text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    decode(filter, text, bytes);
    return bytes.toByteArray();
  }

  /** How much a packing unpacks to. */
  static long size(COSName filter, byte[] packed, Limits limits) throws IOException {
    var counting = new Counting(limits);
    decode(filter, packed, counting);
    return counting.size;
  }

  private static void decode(COSName filter, byte[] bytes, OutputStream to) throws IOException {
    FilterFactory.INSTANCE
        .getFilter(filter)
        .decode(new ByteArrayInputStream(bytes), to, new COSDictionary(), 0);
  }

  /** Counts what is written to it, up to the limit. */
  private static final class Counting extends OutputStream {
    private final Limits limits;
    private long size;

    private Counting(Limits limits) {
      this.limits = limits;
    }

    @Override
    public void write(int b) {
      add(1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      add(length);
    }

    private void add(int length) {
      size += length;
      if (size > limits.unpackedBytes()) {
        throw PdfStreams.bomb(limits);
      }
    }
  }
}
