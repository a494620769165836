package io.rapporteur.comments.table.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * An archive whose entries bear no time of their own, so that the same content is the same bytes.
 */
public final class TimelessZip {

  /** The first that the format knows. */
  private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 0, 0);

  private TimelessZip() {}

  /** The same entries with the same content. */
  public static byte[] of(byte[] archive) throws IOException {
    var bytes = new ByteArrayOutputStream(archive.length);
    try (var in = new ZipInputStream(new ByteArrayInputStream(archive));
        var out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var timeless = new ZipEntry(entry.getName());
        timeless.setTimeLocal(FIRST);
        out.putNextEntry(timeless);
        in.transferTo(out);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
