package io.rapporteur.aggregation.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats in which a compilation is written, beside JSON. */
public enum PaperFormat {
  DOCX(Media.DOCX),
  PDF(Media.PDF),
  XLSX(Media.XLSX),
  CSV(Media.CSV + ";charset=UTF-8"),
  AKN(Media.AKN);

  private final String mediaType;

  PaperFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The format of a word such as {@code docx}. */
  public static Optional<PaperFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  /** All words, in their order. */
  public static List<String> words() {
    return Arrays.stream(values()).map(PaperFormat::word).toList();
  }

  /** The word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a file's name ends with. */
  public String ending() {
    return this == AKN ? "akn.xml" : word();
  }

  /** What is answered with it. */
  public String mediaType() {
    return mediaType;
  }

  /** The media types without their parameters, for annotations. */
  public static final class Media {

    public static final String DOCX =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public static final String PDF = "application/pdf";
    public static final String XLSX =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String CSV = "text/csv";
    public static final String AKN = "application/akn+xml";

    private Media() {}
  }
}
