package io.rapporteur.ingest.circulation.smtp;

import io.rapporteur.ingest.circulation.Contact;
import io.rapporteur.ingest.circulation.Message;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * Writes letters in the six languages, Arabic from right to left. A letter says the title of the
 * consultation, the deadline with its zone, the edition or the version of the draft, and the link:
 * nothing of any comment, and nothing of any decision. Immutable.
 */
final class LetterWriting {

  private static final char ISOLATE = '\u2068';
  private static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
  private static final char END_OF_ISOLATE = '\u2069';
  private static final char RIGHT_TO_LEFT_MARK = '\u200F';
  private static final int LONGEST_TITLE = 150;

  private final Map<String, Properties> words = new HashMap<>();

  LetterWriting() {
    for (String language : Contact.LANGUAGES) {
      words.put(language, words(language));
    }
  }

  private static Properties words(String language) {
    String name = "letter_" + language + ".properties";
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(LetterWriting.class.getResourceAsStream(name), name),
            StandardCharsets.UTF_8)) {
      var words = new Properties();
      words.load(in);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** The letter of a message, in a language of the six. */
  Letter write(Message message, String language) {
    Properties in = Objects.requireNonNull(words.get(language), language);
    boolean rightToLeft = language.equals("ar");
    String kind = message.occasion().kind().word();
    String edition =
        oneLine(
            message
                .occasion()
                .edition()
                .or(() -> message.occasion().draftVersion().map(version -> version.toString()))
                .orElse(""));
    Message.Title title = message.title(language);
    String name = oneLine(title.text());
    String deadline =
        message.occasion().closesAt().map(at -> deadline(at, message.zone(), language)).orElse("");
    String link = message.link().toString();

    String subject = fill(word(in, kind + ".subject"), shortened(name), edition);
    String sentence = fill(word(in, kind + ".body"), isolated(name), isolated(edition));
    var plain = new StringBuilder();
    line(plain, rightToLeft, sentence);
    if (!deadline.isEmpty()) {
      line(plain, rightToLeft, word(in, "deadline") + " " + isolated(deadline));
    }
    line(plain, rightToLeft, word(in, "link"));
    line(plain, rightToLeft, rightToLeft ? LEFT_TO_RIGHT_ISOLATE + link + END_OF_ISOLATE : link);
    line(plain, rightToLeft, word(in, "footer"));

    String marked = "<bdi lang=\"" + title.language() + "\">" + escaped(name) + "</bdi>";
    var html = new StringBuilder();
    html.append("<!DOCTYPE html>\n<html lang=\"")
        .append(language)
        .append("\" dir=\"")
        .append(rightToLeft ? "rtl" : "ltr")
        .append("\">\n<head><meta charset=\"utf-8\"><title>")
        .append(escaped(subject))
        .append("</title></head>\n<body>\n<p>")
        .append(
            fill(escaped(word(in, kind + ".body")), marked, "<bdi>" + escaped(edition) + "</bdi>"))
        .append("</p>\n");
    if (!deadline.isEmpty()) {
      html.append("<p>")
          .append(escaped(word(in, "deadline")))
          .append(" <strong><bdi>")
          .append(escaped(deadline))
          .append("</bdi></strong></p>\n");
    }
    html.append("<p>")
        .append(escaped(word(in, "link")))
        .append("<br><a dir=\"ltr\" href=\"")
        .append(escaped(link))
        .append("\">")
        .append(escaped(link))
        .append("</a></p>\n<p>")
        .append(escaped(word(in, "footer")))
        .append("</p>\n</body>\n</html>\n");
    return new Letter(language, subject, plain.toString(), html.toString());
  }

  /** A mail reader takes the direction of a plain line from its first strong character. */
  private static void line(StringBuilder text, boolean rightToLeft, String line) {
    if (rightToLeft) {
      text.append(RIGHT_TO_LEFT_MARK);
    }
    text.append(line).append("\n\n");
  }

  /** Day, time to the minute and zone, by name and by offset: none can be taken for another. */
  private static String deadline(Instant at, String zone, String language) {
    ZonedDateTime local = at.atZone(ZoneId.of(zone));
    String offset = local.getOffset().getTotalSeconds() == 0 ? "" : local.getOffset().getId();
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
            .withLocale(Locale.of(language))
            .format(local)
        + ", "
        + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(local)
        + " ("
        + LEFT_TO_RIGHT_ISOLATE
        + (zone.equals("UTC") ? "UTC" : zone + ", UTC" + offset)
        + END_OF_ISOLATE
        + ")";
  }

  private static String word(Properties words, String key) {
    return Objects.requireNonNull(words.getProperty(key), key);
  }

  /** Fills both places in one go: a title that says {edition} stays as it is. */
  private static String fill(String sentence, String title, String edition) {
    int at = sentence.indexOf("{title}");
    String before = sentence.substring(0, at);
    String after = sentence.substring(at + "{title}".length());
    return before.replace("{edition}", edition) + title + after.replace("{edition}", edition);
  }

  private static String isolated(String text) {
    return ISOLATE + text + END_OF_ISOLATE;
  }

  /** Without line ends, which end a header, and signs that turn the direction of what follows. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ")
        .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "")
        .strip();
  }

  private static String shortened(String title) {
    return title.codePointCount(0, title.length()) <= LONGEST_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
