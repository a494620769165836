package io.rapporteur.comments.table.file;

import io.rapporteur.comments.table.FilledRow;
import io.rapporteur.comments.table.Layout;
import io.rapporteur.comments.table.Template;
import io.rapporteur.comments.table.csv.CsvWriting;
import io.rapporteur.comments.table.docx.DocxWriting;
import io.rapporteur.comments.table.ndjson.NdjsonWriting;
import io.rapporteur.comments.table.xlsx.XlsxTemplate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats in which a table is read and written. */
public enum TableFormat {
  XLSX(XlsxTemplate.MEDIA_TYPE),
  DOCX(DocxWriting.MEDIA_TYPE),
  CSV(CsvWriting.MEDIA_TYPE),
  NDJSON(NdjsonWriting.MEDIA_TYPE);

  private final String mediaType;

  TableFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The format of a word such as {@code xlsx}. */
  public static Optional<TableFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  /** The word, which is the ending of a file's name too. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is answered with it. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * The table with what a delegation wrote.
   *
   * @param layout of the columns; lines of JSON have fields instead
   */
  public byte[] write(Template template, List<FilledRow> rows, Layout layout) {
    return switch (this) {
      case XLSX -> XlsxTemplate.of(template.filledWith(rows), layout);
      case DOCX -> DocxWriting.of(template.filledWith(rows), layout);
      case CSV -> CsvWriting.of(template.filledWith(rows), layout);
      case NDJSON -> NdjsonWriting.of(template, rows);
    };
  }
}
