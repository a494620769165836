package io.rapporteur.ingest.source;

import io.rapporteur.ingest.source.Refusal.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Opens HTML. Nothing that it names is fetched. Stateless. */
final class HtmlFile {

  private static final int HEAD = 4096;
  private static final Pattern META =
      Pattern.compile(
          "<(?:meta[^>]*?charset|\\?xml[^>]*?encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DECLARATION =
      Pattern.compile("<!ENTITY|<!DOCTYPE[^>\\[]*\\[", Pattern.CASE_INSENSITIVE);

  private HtmlFile() {}

  static Source read(byte[] file, Optional<String> encoding, Limits limits) {
    EncodedText encoded = decoded(file, encoding);
    if (DECLARATION.matcher(encoded.text()).find()) {
      throw RefusedFileException.because(
          Reason.UNSAFE, "declares entities", "HTML without a document type of its own");
    }
    Document document = Jsoup.parse(encoded.text(), "");
    var lines = new LineCollector(limits);
    new HtmlLines(lines).read(document.body());
    return lines.source(Format.HTML, encoded.encoding());
  }

  /** The encoding that the file declares is believed if its bytes fit it. */
  private static EncodedText decoded(byte[] file, Optional<String> given) {
    if (given.isPresent()) {
      return EncodedText.of(file, given);
    }
    String head = new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.ISO_8859_1);
    Matcher declared = META.matcher(head);
    if (declared.find()) {
      try {
        return EncodedText.of(file, Optional.of(declared.group(1)));
      } catch (RefusedFileException e) {
        return EncodedText.of(file, Optional.empty());
      }
    }
    return EncodedText.of(file, Optional.empty());
  }
}
