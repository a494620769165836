package io.rapporteur.ingest.source;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a name or a media type says a file is. An unknown one says nothing. Stateless. */
final class Claim {

  private static final Map<String, Format> EXTENSIONS =
      Map.of(
          "txt", Format.TEXT,
          "text", Format.TEXT,
          "md", Format.TEXT,
          "pdf", Format.PDF,
          "docx", Format.DOCX,
          "html", Format.HTML,
          "htm", Format.HTML,
          "xhtml", Format.HTML);
  private static final Map<String, Format> MEDIA_TYPES =
      Map.of(
          "text/plain", Format.TEXT,
          "text/markdown", Format.TEXT,
          "application/pdf", Format.PDF,
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Format.DOCX,
          "text/html", Format.HTML,
          "application/xhtml+xml", Format.HTML);

  private Claim() {}

  static Optional<Format> ofName(String name) {
    int dot = name.lastIndexOf('.');
    return Optional.ofNullable(EXTENSIONS.get(name.substring(dot + 1).toLowerCase(Locale.ROOT)))
        .filter(f -> dot >= 0);
  }

  /** Whether either says that it is a text in Markdown. */
  static boolean markdown(String name, Optional<String> mediaType) {
    return name.toLowerCase(Locale.ROOT).endsWith(".md")
        || mediaType
            .filter(type -> type.strip().toLowerCase(Locale.ROOT).startsWith("text/markdown"))
            .isPresent();
  }

  static Optional<Format> ofMediaType(String mediaType) {
    String type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(MEDIA_TYPES.get(type));
  }
}
