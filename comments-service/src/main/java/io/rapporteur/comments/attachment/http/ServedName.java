package io.rapporteur.comments.attachment.http;

import io.rapporteur.comments.attachment.FileType;
import io.rapporteur.comments.attachment.Upload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The name of a file as it is given to a browser: on one line, without a path, nothing in it that
 * turns or hides what follows, and ending as names of its type end. RFC 6266 with RFC 8187.
 */
final class ServedName {

  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";
  private static final int SEEN = 0xFFFD;

  private ServedName() {}

  /** The header {@code Content-Disposition} of a file. */
  static String disposition(Upload upload) {
    String name = safe(upload.name(), FileType.ofMediaType(upload.mediaType()).orElseThrow());
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii(name), encoded(name));
  }

  private static String safe(String name, FileType type) {
    var safe = new StringBuilder();
    name.codePoints().forEach(c -> safe.appendCodePoint(seen(c)));
    if (safe.charAt(0) == '.') {
      safe.setCharAt(0, '_');
    }
    return type.fits(safe.toString()) ? safe.toString() : safe + "." + type.extension();
  }

  private static int seen(int c) {
    return switch (c) {
      case '/', '\\', ':', '*', '?', '"', '<', '>', '|' -> '_';
      default ->
          switch (Character.getType(c)) {
            case Character.CONTROL,
                Character.FORMAT,
                Character.SURROGATE,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR,
                Character.UNASSIGNED,
                Character.PRIVATE_USE ->
                SEEN;
            default -> c;
          };
    };
  }

  private static String ascii(String name) {
    return name.codePoints()
        .map(c -> c >= ' ' && c < 0x7F && c != '%' ? c : '_')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String encoded(String name) {
    var encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      if (PLAIN.indexOf(b) >= 0 && b > 0) {
        encoded.append((char) b);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", b));
      }
    }
    return encoded.toString();
  }
}
