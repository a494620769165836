package io.rapporteur.comments.table.docx;

import io.rapporteur.comments.table.NoTableException;
import io.rapporteur.comments.table.Reading;
import io.rapporteur.comments.table.TableReader;
import io.rapporteur.comments.table.office.OfficeFile;
import java.io.InputStream;

/**
 * Reads the tables of a document, one row at a time, since POI's own model of a document leaves out
 * content controls and tracked changes and holds the whole file. Rows are counted over all tables,
 * from 1.
 *
 * <p>Each table has headings of its own; one without, behind one with, costs its rows. Tracked
 * changes are read as if they were accepted, and a remark says so. Cells that were merged, tables
 * within cells and hidden text are faults of their rows. Pictures, notes and what stands outside of
 * tables are not taken, and remarks say so.
 */
public final class DocxReading {

  private DocxReading() {}

  /**
   * Reads a file.
   *
   * @throws NoTableException if it is no document, has no table of comments, or is not safe
   */
  public static Reading of(byte[] file) throws NoTableException {
    return OfficeFile.open(
        file,
        "a document, DOCX",
        parts -> {
          var table = new TableReader();
          try (InputStream xml = OfficeFile.main(parts).getInputStream()) {
            new DocumentTables(xml, table).read();
          }
          return table.end();
        });
  }
}
