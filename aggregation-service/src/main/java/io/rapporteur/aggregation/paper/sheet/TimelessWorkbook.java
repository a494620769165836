package io.rapporteur.aggregation.paper.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook whose rows go to a temporary file as they are made, and whose archive bears no time of
 * its own: the same content is the same bytes, whenever it is written.
 */
final class TimelessWorkbook extends SXSSFWorkbook {

  private static final int ROWS_IN_MEMORY = 50;

  /** Near the first that the format of archives knows; it counts in local time. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  TimelessWorkbook() {
    super(ROWS_IN_MEMORY);
    setCompressTempFiles(true);
  }

  @Override
  protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
    var archive =
        new ZipArchiveOutputStream(out) {
          @Override
          public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
            entry.setTime(NO_TIME.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
            super.putArchiveEntry(entry);
          }
        };
    // What is always written as for 4 GB and more, not every program reads.
    archive.setUseZip64(Zip64Mode.AsNeeded);
    return archive;
  }
}
