package io.rapporteur.ingest.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The lines of a source in UTF-8.
 *
 * @param lines without their line breaks; the first is line 1
 */
record SourceText(List<String> lines) {

  /** What comes of decoding. */
  sealed interface Decoded {}

  record Text(SourceText source) implements Decoded {}

  record Undecodable(ReadingResult.Refused refusal) implements Decoded {}

  static Decoded decode(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      return new Undecodable(
          ReadingResult.Refused.because(
              "file", "not UTF-8 at byte " + in.position(), "plain text in UTF-8"));
    }
    String text = out.flip().toString();
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.isBlank()) {
      return new Undecodable(
          ReadingResult.Refused.because("file", "empty", "the text of a report"));
    }
    if (text.indexOf('\0') >= 0) {
      return new Undecodable(
          ReadingResult.Refused.because("file", "binary", "plain text in UTF-8"));
    }
    return new Text(new SourceText(text.lines().toList()));
  }

  /** A line by its number, from 1. */
  String line(int number) {
    return lines.get(number - 1);
  }

  int size() {
    return lines.size();
  }
}
