package io.rapporteur.ingest.source;

import io.rapporteur.ingest.source.Refusal.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSName;

/**
 * Unpacks the streams of a PDF to nowhere before the library keeps them: it sets no limit of its
 * own. Streams that unpack to packed streams again are followed. Pictures are held to the limit one
 * by one, all else together. Stateless.
 */
final class PdfStreams {

  private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
  private static final byte[] PICTURE = {'/', 'I', 'm', 'a', 'g', 'e'};
  private static final byte[] END = {'e', 'n', 'd', 's', 't', 'r', 'e', 'a', 'm'};
  private static final int END_ONLY = 3;
  private static final int LOOK_BACK = 512;
  private static final int DICTIONARY = 4_096;
  private static final int DEEPEST = 4;

  private PdfStreams() {}

  static void hold(byte[] file, Limits limits) {
    long unpacked = 0;
    for (int at = find(file, STREAM, 0, file.length);
        at >= 0;
        at = find(file, STREAM, at + STREAM.length, file.length)) {
      if (at >= END_ONLY && file[at - 1] == 'd' && file[at - 2] == 'n' && file[at - 3] == 'e') {
        continue;
      }
      int from = at + STREAM.length;
      while (from < file.length && (file[from] == '\r' || file[from] == '\n')) {
        from++;
      }
      List<COSName> filters = PdfFilters.in(file, Math.max(0, at - DICTIONARY), at);
      boolean flate = filters.stream().allMatch(COSName.FLATE_DECODE::equals);
      if (!flate || isPacked(file, from, file.length)) {
        long size =
            flate ? unpackedSize(file, from, limits) : unpackedSize(file, from, filters, limits);
        boolean picture = find(file, PICTURE, Math.max(0, at - LOOK_BACK), at) >= 0;
        unpacked += picture ? 0 : size;
        if (unpacked > limits.unpackedBytes()) {
          throw bomb(limits);
        }
      }
    }
  }

  /** What is packed in two ways at once is refused: no report is, and it has no bound. */
  private static long unpackedSize(byte[] file, int from, List<COSName> filters, Limits limits) {
    int end = find(file, END, from, file.length);
    byte[] bytes = Arrays.copyOfRange(file, from, end < 0 ? file.length : end);
    List<COSName> left = new ArrayList<>(filters);
    try {
      while (!left.isEmpty() && PdfFilters.isText(left.getFirst())) {
        bytes = PdfFilters.bytes(left.removeFirst(), bytes);
      }
      if (left.stream().allMatch(COSName.FLATE_DECODE::equals)) {
        return isPacked(bytes, 0, bytes.length) ? unpackedSize(bytes, 0, limits) : bytes.length;
      }
      if (left.size() > 1) {
        throw RefusedFileException.because(
            Reason.UNSAFE, "a stream that is packed in two ways", "pages of text");
      }
      return PdfFilters.size(left.getFirst(), bytes, limits);
    } catch (IOException e) {
      return 0; // Damaged: the library says how.
    }
  }

  private static long unpackedSize(byte[] file, int from, Limits limits) {
    Inflater[] inflaters = new Inflater[DEEPEST + 1];
    try {
      inflaters[0] = new Inflater();
      inflaters[0].setInput(file, from, file.length - from);
      return drain(inflaters, 0, limits);
    } finally {
      for (Inflater inflater : inflaters) {
        if (inflater != null) {
          inflater.end();
        }
      }
    }
  }

  /** Unpacks all that an inflater has; what begins like a packed stream is unpacked in turn. */
  private static long drain(Inflater[] inflaters, int depth, Limits limits) {
    var buffer = new byte[1 << 15];
    long size = 0;
    try {
      for (int read = inflaters[depth].inflate(buffer);
          read > 0;
          read = inflaters[depth].inflate(buffer)) {
        boolean first = size == 0;
        size += read;
        if (size > limits.unpackedBytes()) {
          throw bomb(limits);
        }
        if (first && depth < DEEPEST && isPacked(buffer, 0, read)) {
          inflaters[depth + 1] = new Inflater();
        }
        if (depth < DEEPEST && inflaters[depth + 1] != null) {
          inflaters[depth + 1].setInput(buffer, 0, read);
          size += drain(inflaters, depth + 1, limits);
        }
      }
    } catch (DataFormatException e) {
      return size; // Not packed after all, or damaged: the library says which.
    }
    return size;
  }

  private static boolean isPacked(byte[] bytes, int from, int to) {
    if (from + 2 > to) {
      return false;
    }
    int header = (bytes[from] & 0xFF) << 8 | bytes[from + 1] & 0xFF;
    return (bytes[from] & 0x0F) == 8 && header % 31 == 0;
  }

  private static int find(byte[] bytes, byte[] part, int from, int to) {
    for (int i = from; i <= to - part.length; i++) {
      int j = 0;
      while (j < part.length && bytes[i + j] == part[j]) {
        j++;
      }
      if (j == part.length) {
        return i;
      }
    }
    return -1;
  }

  static RefusedFileException bomb(Limits limits) {
    return Unpacking.bomb("unpacks to over %d bytes".formatted(limits.unpackedBytes()), limits);
  }
}
