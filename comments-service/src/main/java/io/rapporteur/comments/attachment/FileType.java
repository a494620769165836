package io.rapporteur.comments.attachment;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of files that are taken, told by their first bytes and never by a name or a claim. */
public enum FileType {
  PDF("application/pdf", List.of("25504446 2D"), "pdf"),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      List.of("504B0304"),
      "docx"),
  PNG("image/png", List.of("89504E47 0D0A1A0A"), "png"),
  JPEG("image/jpeg", List.of("FFD8FF"), "jpg", "jpeg"),
  TIFF("image/tiff", List.of("49492A00", "4D4D002A"), "tif", "tiff"),
  GIF("image/gif", List.of("474946383761", "474946383961"), "gif");

  /** As many bytes as are needed to tell. */
  static final int HEAD = 8;

  private final String mediaType;
  private final List<byte[]> beginnings;
  private final List<String> extensions;

  FileType(String mediaType, List<String> beginnings, String... extensions) {
    this.mediaType = mediaType;
    this.beginnings =
        beginnings.stream().map(hex -> HexFormat.of().parseHex(hex.replace(" ", ""))).toList();
    this.extensions = List.of(extensions);
  }

  /** The media type, for instance {@code application/pdf}. */
  public String mediaType() {
    return mediaType;
  }

  /** The usual extension, without its dot. */
  public String extension() {
    return extensions.getFirst();
  }

  /** Whether a file name ends as names of this type do. */
  public boolean fits(String name) {
    return extensions.contains(extensionOf(name));
  }

  /** The type whose beginning these bytes have; a DOCX is a ZIP so far. */
  static Optional<FileType> ofBeginning(byte[] head) {
    return Arrays.stream(values())
        .filter(type -> type.beginnings.stream().anyMatch(b -> startsWith(head, b)))
        .findFirst();
  }

  /** The type of a media type. */
  public static Optional<FileType> ofMediaType(String mediaType) {
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
  }

  /** The type that the end of a name claims; none if it claims no type that is taken. */
  static Optional<FileType> claimedBy(String name) {
    return Arrays.stream(values()).filter(type -> type.fits(name)).findFirst();
  }

  private static String extensionOf(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean startsWith(byte[] bytes, byte[] beginning) {
    return bytes.length >= beginning.length
        && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
  }
}
