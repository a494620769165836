package io.rapporteur.ingest.circulation.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.ingest.circulation.Contact;
import io.rapporteur.ingest.circulation.Message;
import io.rapporteur.ingest.circulation.Occasion;
import io.rapporteur.ingest.circulation.Occasion.Kind;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LetterWritingTest {

  private static final Instant CLOSES = Instant.parse("2021-03-01T22:59:59Z");

  private final LetterWriting letters = new LetterWriting();

  private static Message message(Kind kind, Map<String, String> titles) {
    boolean noDeadline = isOfAnEdition(kind) || kind == Kind.LIST_ADOPTED;
    return new Message(
        "id",
        "c",
        new Occasion(
            kind,
            Instant.EPOCH,
            noDeadline ? Optional.empty() : Optional.of(CLOSES),
            isOfAnEdition(kind) ? Optional.of("Add.1") : Optional.empty(),
            kind == Kind.DRAFT_CIRCULATED ? Optional.of(77) : Optional.empty()),
        titles,
        "Europe/Vienna",
        URI.create("https://example.org/c?a=1&b=2"));
  }

  private static boolean isOfAnEdition(Kind kind) {
    return kind == Kind.PUBLISHED || kind == Kind.SHARED;
  }

  @Test
  void saysInEveryLanguageThatAnEditionForParticipantsIsNotOneForEveryone() {
    for (String language : Contact.LANGUAGES) {
      Letter shared = letters.write(message(Kind.SHARED, Map.of("en", "T")), language);
      Letter published = letters.write(message(Kind.PUBLISHED, Map.of("en", "T")), language);

      assertThat(shared.subject()).isNotEqualTo(published.subject());
      assertThat(shared.plain()).isNotEqualTo(published.plain());
    }
  }

  @Test
  void writesEveryKindInEveryLanguageWithNothingLeftOpen() {
    for (Kind kind : Kind.values()) {
      for (String language : Contact.LANGUAGES) {
        Letter letter = letters.write(message(kind, Map.of("en", "A title")), language);

        assertThat(letter.subject()).contains("A title").doesNotContain("{");
        assertThat(letter.plain()).contains("A title", "https://example.org/c").doesNotContain("{");
        assertThat(letter.html())
            .contains("lang=\"" + language + "\"", "<bdi lang=\"en\">A title</bdi>")
            .doesNotContain("{");
        assertThat(letter.plain().contains("Add.1")).isEqualTo(isOfAnEdition(kind));
        assertThat(letter.plain().contains("77")).isEqualTo(kind == Kind.DRAFT_CIRCULATED);
        boolean deadline = !isOfAnEdition(kind) && kind != Kind.LIST_ADOPTED;
        assertThat(letter.plain().contains("Europe/Vienna, UTC+01:00")).isEqualTo(deadline);
        assertThat(letter.html().contains("Europe/Vienna")).isEqualTo(deadline);
        // What happened, the deadline, the link with its sentence, and who writes.
        assertThat(letter.plain().split("\n\n")).hasSize(deadline ? 5 : 4);
      }
    }
  }

  @Test
  void writesArabicFromRightToLeft() {
    Letter letter =
        letters.write(message(Kind.OPENED, Map.of("ar", "عنوان", "en", "A title")), "ar");

    assertThat(letter.html()).contains("<html lang=\"ar\" dir=\"rtl\">").contains("عنوان");
    assertThat(letter.plain().lines().filter(line -> !line.isEmpty()))
        .allSatisfy(line -> assertThat(line).startsWith("\u200F"));
    assertThat(letter.subject()).contains("عنوان").doesNotContain("A title");
  }

  @Test
  void letsNoTitleBecomeMarkupOrAHeader() {
    Letter letter =
        letters.write(
            message(Kind.OPENED, Map.of("en", "<b>{edition}</b>\r\nBcc: x@example.org")), "en");

    assertThat(letter.subject()).doesNotContain("\n", "\r");
    assertThat(letter.html()).contains("&lt;b&gt;{edition}&lt;/b&gt;").doesNotContain("<b>");
    assertThat(letter.html()).contains("a=1&amp;b=2");
  }

  @Test
  void hasNoNumberBesideDeadlineEditionVersionAndLink() {
    for (Kind kind : Kind.values()) {
      for (String language : Contact.LANGUAGES) {
        Letter letter = letters.write(message(kind, Map.of("en", "A title")), language);

        String rest =
            (letter.subject() + letter.plain())
                .replaceAll("(?m)^.*\\(\\u2066Europe/Vienna, .*$", "")
                .replace("Add.1", "")
                .replace("77", "")
                .replace("https://example.org/c?a=1&b=2", "");
        assertThat(rest).doesNotContainPattern("\\p{Nd}");
      }
    }
  }

  @Test
  void cutsALongTitleInTheSubjectAndNotInTheText() {
    String longest = "\uD83D\uDCDC".repeat(150);

    assertThat(letters.write(message(Kind.OPENED, Map.of("en", longest)), "en").subject())
        .endsWith(longest);
    Letter letter = letters.write(message(Kind.OPENED, Map.of("en", longest + "ab")), "en");
    assertThat(letter.subject()).endsWith(longest + "…");
    assertThat(letter.plain()).contains(longest + "ab");
  }

  @Test
  void letsNoTitleTurnTheDirectionOfTheRest() {
    Letter letter =
        letters.write(message(Kind.OPENED, Map.of("en", "A\u202E title\u2069\u2067")), "en");

    assertThat(letter.subject()).contains("A title").doesNotContain("\u202E", "\u2067");
    assertThat(letter.plain()).contains("\u2068A title\u2069");
  }

  @Test
  void printsTheDeadlineWithTheTimeOfItsZone() {
    Letter letter = letters.write(message(Kind.CLOSING, Map.of("en", "A title")), "en");

    assertThat(letter.plain()).contains("Monday, March 1, 2021, 23:59 (");
  }
}
