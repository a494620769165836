package io.rapporteur.ingest.source;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import io.rapporteur.ingest.source.Refusal.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes of a text, decoded. The encoding is that of a byte order mark; else the one that is given;
 * else UTF-8 if the bytes are; else found by the frequency of letters among those that reports come
 * in. What does not decode without a fault is refused, never patched.
 *
 * @param text without a byte order mark
 * @param encoding its IANA name
 */
record EncodedText(String text, String encoding) {

  static final String EXPECTED =
      "UTF-8, UTF-16LE, UTF-16BE, windows-1256, windows-1251 or windows-1252";

  /** What ICU finds, and the encoding of Windows that holds it too. */
  private static final Map<String, String> FOUND =
      Map.of(
          "windows-1256", "windows-1256",
          "windows-1251", "windows-1251",
          "windows-1252", "windows-1252",
          "ISO-8859-1", "windows-1252");

  private static final Map<String, Charset> GIVEN =
      Map.of(
          "UTF-8", StandardCharsets.UTF_8,
          "UTF-16", StandardCharsets.UTF_16LE,
          "UTF-16LE", StandardCharsets.UTF_16LE,
          "UTF-16BE", StandardCharsets.UTF_16BE,
          "US-ASCII", StandardCharsets.UTF_8,
          "ISO-8859-1", Charset.forName("windows-1252"),
          "windows-1256", Charset.forName("windows-1256"),
          "windows-1251", Charset.forName("windows-1251"),
          "windows-1252", Charset.forName("windows-1252"));

  private static final char REPLACEMENT = '\uFFFD';

  /** Decodes. */
  static EncodedText of(byte[] bytes, Optional<String> given) {
    if (bytes.length == 0) {
      throw RefusedFileException.because(Reason.NOT_A_REPORT, "empty", "the text of a report");
    }
    Optional<Charset> marked = marked(bytes);
    Optional<Charset> named = given.map(EncodedText::named);
    if (marked.isPresent() && named.isPresent() && !marked.equals(named)) {
      throw RefusedFileException.encoding(
          given.orElseThrow(), marked.get().name() + ", as the file's byte order mark says");
    }
    Optional<Charset> known = marked.or(() -> named);
    if (known.isPresent()) {
      return readable(
          decoded(bytes, known.get())
              .orElseThrow(
                  () ->
                      RefusedFileException.encoding(
                          known.get().name(), "the encoding of the file; its bytes do not fit it")),
          known.get());
    }
    return detected(bytes);
  }

  private static EncodedText detected(byte[] bytes) {
    Optional<Charset> wide = wide(bytes);
    if (wide.isPresent()) {
      Optional<String> text = decoded(bytes, wide.get());
      if (text.isPresent()) {
        return readable(text.get(), wide.get());
      }
    }
    Optional<String> utf8 = decoded(bytes, StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      return readable(utf8.get(), StandardCharsets.UTF_8);
    }
    refuseBinary(new String(bytes, StandardCharsets.ISO_8859_1));
    for (CharsetMatch match : new CharsetDetector().setText(bytes).detectAll()) {
      String found = FOUND.get(match.getName());
      if (found != null) {
        Charset charset = Charset.forName(found);
        Optional<String> text = decoded(bytes, charset);
        if (text.isPresent()) {
          return readable(text.get(), charset);
        }
      }
    }
    throw RefusedFileException.encoding("not recognized", EXPECTED + "; name it if it is known");
  }

  private static Charset named(String given) {
    try {
      Charset charset = GIVEN.get(Charset.forName(given).name());
      if (charset != null) {
        return charset;
      }
    } catch (IllegalArgumentException e) {
      // An unknown name is refused like one that is not served.
    }
    throw RefusedFileException.encoding(given, EXPECTED);
  }

  private static Optional<Charset> marked(byte[] bytes) {
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] mark = "\uFEFF".getBytes(charset);
      if (bytes.length >= mark.length
          && ByteBuffer.wrap(bytes, 0, mark.length).equals(ByteBuffer.wrap(mark))) {
        return Optional.of(charset);
      }
    }
    return Optional.empty();
  }

  /** UTF-16 without a mark: its spaces and line ends have a zero byte on one side. */
  private static Optional<Charset> wide(byte[] bytes) {
    if (bytes.length % 2 != 0) {
      return Optional.empty();
    }
    int little = 0;
    int big = 0;
    int length = Math.min(bytes.length, 1 << 16);
    for (int i = 0; i + 1 < length; i += 2) {
      if (bytes[i + 1] == 0 && isAscii(bytes[i])) {
        little++;
      } else if (bytes[i] == 0 && isAscii(bytes[i + 1])) {
        big++;
      }
    }
    if (Math.max(little, big) * 40 < length || Math.min(little, big) * 20 > length) {
      return Optional.empty();
    }
    return Optional.of(little > big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
  }

  private static boolean isAscii(byte b) {
    return b >= ' ' && b < 0x7F || b == '\n' || b == '\r' || b == '\t';
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    // Decoding is much faster where faults are replaced; only a text with the sign of it, which may
    // be printed there, is decoded again to see.
    String text = new String(bytes, charset);
    if (text.indexOf(REPLACEMENT) >= 0 && !fits(bytes, charset)) {
      return Optional.empty();
    }
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static boolean fits(byte[] bytes, Charset charset) {
    try {
      charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static EncodedText readable(String text, Charset charset) {
    if (text.isBlank()) {
      throw RefusedFileException.because(Reason.NOT_A_REPORT, "empty", "the text of a report");
    }
    refuseBinary(text);
    return new EncodedText(text, charset.name());
  }

  /** No text has a zero, or more than one control character in a hundred. */
  private static void refuseBinary(String text) {
    long controls =
        text.chars().filter(c -> c < ' ' && c != '\t' && !(c >= '\n' && c <= '\r')).count();
    if (text.indexOf('\0') >= 0 || controls * 100 > text.length()) {
      throw RefusedFileException.because(
          Reason.NOT_A_REPORT, "binary", "plain text, PDF, DOCX or HTML");
    }
  }
}
