package io.rapporteur.ingest.source;

import io.rapporteur.ingest.source.Refusal.Reason;
import io.rapporteur.ingest.source.SourceResult.Opened;
import io.rapporteur.ingest.source.SourceResult.Refused;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Opens plain text. Stateless. */
public final class PlainText {

  private PlainText() {}

  /** Opens a text in UTF-8. */
  public static SourceResult open(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      return refused("not UTF-8 at byte " + in.position(), "plain text in UTF-8");
    }
    String text = out.flip().toString();
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.isBlank()) {
      return refused("empty", "the text of a report");
    }
    if (text.indexOf('\0') >= 0) {
      return refused("binary", "plain text in UTF-8");
    }
    List<Line> lines = new ArrayList<>();
    text.lines().forEach(line -> lines.add(Line.printed(lines.size() + 1, line)));
    return new Opened(new Source(Format.TEXT, "UTF-8", lines));
  }

  private static Refused refused(String value, String expected) {
    return Refused.because(Reason.NOT_A_REPORT, "file", value, expected);
  }
}
