package io.rapporteur.aggregation.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Content.Attachment;
import io.rapporteur.aggregation.compilation.Content.Translation;
import io.rapporteur.aggregation.compilation.Redaction.Field;
import io.rapporteur.aggregation.compilation.Redaction.Stretch;
import io.rapporteur.aggregation.compilation.Sight.Published;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

  @ParameterizedTest
  @CsvSource({
    "ar, [محجوب]",
    "zh, [已隐去]",
    "en, [redacted]",
    "fr, [occulté]",
    "ru, [изъято]",
    "es, [suprimido]",
    "sw, [redacted]"
  })
  void marksAPartInTheLanguageOfTheText(String language, String mark) {
    Content said = said("ask Jo, 555", language, text(4, 6));

    assertThat(said.redacted().text()).isEqualTo("ask " + mark + ", 555");
  }

  @Test
  void marksEachFieldAloneAndATranslationInItsOwnLanguage() {
    Content said =
        new Content(
                "substantive",
                "not-stated",
                "Jo says",
                "en",
                List.of(
                    new Translation("fr", "Jo dit", "eg"), new Translation("ar", "جو يقول", "eg")),
                Optional.of("Jo shall"),
                Optional.of("ru"),
                Optional.of("since Jo"),
                Optional.of("Jo"),
                List.of(new Attachment("a1", "Jo.pdf", "application/pdf", 1, "f")))
            .with(
                List.of(
                    new Redaction(
                        "personal-data",
                        List.of(
                            new Stretch(Field.TEXT, Optional.empty(), 0, 2),
                            new Stretch(Field.TRANSLATION, Optional.of("fr"), 0, 2),
                            new Stretch(Field.PROPOSED_TEXT, Optional.empty(), 0, 2),
                            new Stretch(Field.RATIONALE, Optional.empty(), 6, 8),
                            new Stretch(Field.QUOTATION, Optional.empty(), 0, 2),
                            new Stretch(Field.ATTACHMENT_NAME, Optional.of("a1"), 0, 2)))));

    Content redacted = said.redacted();

    assertThat(redacted.text()).isEqualTo("[redacted] says");
    assertThat(redacted.translations())
        .extracting(Translation::text)
        .containsExactly("[occulté] dit", "جو يقول");
    assertThat(redacted.proposedText()).contains("[изъято] shall");
    assertThat(redacted.rationale()).contains("since [redacted]");
    assertThat(redacted.quotation()).contains("[redacted]");
    assertThat(redacted.attachments())
        .extracting(Attachment::name)
        .containsExactly("[redacted].pdf");
  }

  @Test
  void takesAwayATranslationOfTheSecretariatThatWasMadeBeforeAndMarksNoneThatWasMadeSince() {
    Content said =
        new Content(
                "substantive",
                "not-stated",
                "Jo says",
                "en",
                List.of(added("fr", "Jo dit", true), added("es", "alguien dice", false)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of())
            .with(
                List.of(
                    new Redaction(
                        "personal-data",
                        List.of(
                            new Stretch(Field.TEXT, Optional.empty(), 0, 2),
                            new Stretch(Field.TRANSLATION, Optional.of("es"), 0, 7)))));

    assertThat(said.redacted().translations())
        .extracting(Translation::text)
        .containsExactly("alguien dice");
    assertThat(said.withoutAdded().translations()).isEmpty();
  }

  @Test
  void coversATranslationOfTheSecretariatInTheDigestOfWhatIsPublicAlone() {
    Comment filed =
        Comments.at(
            new Place(0, 0, java.time.Instant.EPOCH), Comments.of("1", "eg", "member-state"));
    Comment inPublic = Comments.of("1", "eg", "member-state");

    assertThat(digest(translated(filed))).isEqualTo(digest(filed));
    assertThat(digest(translated(inPublic))).isNotEqualTo(digest(inPublic));
  }

  @Test
  void letsATranslationBeReadWithTheCommentAsItStandsAndOthersReadWhatTheEditionHolds() {
    Comment plain = Comments.joined(Comments.of("1", "eg", "member-state"), "br");
    List<List<Comment>> histories = List.of(List.of(translated(plain)));
    var edition = new Published("first", List.of(plain));

    for (Sight sight :
        List.of(
            Sight.ofSecretariat(histories, Optional.empty()),
            Sight.granted(histories, Optional.empty()),
            Sight.ofDelegation("eg", histories, Optional.of(edition)),
            Sight.ofDelegation("br", histories, Optional.of(edition)))) {
      assertThat(translations(sight)).containsExactly("révision");
      assertThat(translations(sight.asHandedIn())).isEmpty();
    }
    for (Sight sight :
        List.of(
            Sight.ofDelegation("cl", histories, Optional.of(edition)),
            Sight.ofPublic(Optional.of(edition)))) {
      assertThat(sight.comments()).hasSize(1);
      assertThat(translations(sight)).isEmpty();
    }
  }

  private static List<String> translations(Sight sight) {
    return sight.comments().stream()
        .flatMap(comment -> comment.said().translations().stream())
        .map(Translation::text)
        .toList();
  }

  private static String digest(Comment comment) {
    return Digest.of(java.util.stream.Stream.of(comment));
  }

  private static Comment translated(Comment comment) {
    Content said = comment.said();
    return Comments.saying(
        comment,
        new Content(
            said.kind(),
            said.position(),
            said.text(),
            said.language(),
            List.of(added("fr", "révision", false)),
            said.proposedText(),
            said.proposedTextLanguage(),
            said.rationale(),
            said.quotation(),
            said.attachments()));
  }

  private static Translation added(String language, String text, boolean withheld) {
    return new Translation(
        language,
        text,
        Translation.SECRETARIAT,
        Optional.of(new Content.Added(Optional.empty(), Optional.empty(), withheld)));
  }

  @Test
  void setsOneMarkWherePartsTouchOrOverlapAndEndsWithTheText() {
    assertThat(
            said("abcdefgh", "en", text(1, 4), text(2, 3), text(4, 5), text(7, 99))
                .redacted()
                .text())
        .isEqualTo("a[redacted]fg[redacted]");
    assertThat(said("abc", "en", text(8, 9)).redacted().text()).isEqualTo("abc");
    assertThat(said("abc", "en", text(0, 3)).redacted().text()).isEqualTo("[redacted]");
  }

  @Test
  void countsCharactersNotTheirParts() {
    assertThat(said("𝒜b😀c", "en", text(1, 3)).redacted().text()).isEqualTo("𝒜[redacted]c");
  }

  @Test
  void keepsTheReasonWithTheMarksAndNothingOfThePlaces() {
    Content redacted = said("ask Jo", "en", text(4, 6)).redacted();

    assertThat(redacted.redactions()).containsExactly(new Redaction("personal-data", List.of()));
    assertThat(redacted.holdsWhatIsRedacted()).isFalse();
    assertThat(redacted.redacted()).isEqualTo(redacted);
  }

  @Test
  void isReadInFullByTheSecretariatAndByItsAuthorAlone() {
    Comment comment = Comments.joined(redacted(Comments.of("1", "eg", "member-state")), "br");
    List<List<Comment>> histories = List.of(List.of(comment));
    var edition = new Published("first", List.of(comment));

    assertThat(text(Sight.ofSecretariat(histories, Optional.empty()))).isEqualTo("revision 1");
    assertThat(text(Sight.ofDelegation("eg", histories, Optional.of(edition))))
        .isEqualTo("revision 1");
    assertThat(text(Sight.ofDelegation("br", histories, Optional.empty())))
        .isEqualTo("revision [redacted]");
    assertThat(text(Sight.ofDelegation("cl", histories, Optional.of(edition))))
        .isEqualTo("revision [redacted]");
    assertThat(text(Sight.granted(histories, Optional.empty()))).isEqualTo("revision [redacted]");
    assertThat(text(Sight.ofPublic(Optional.of(edition)))).isEqualTo("revision [redacted]");
  }

  @Test
  void isKeptFromThoseWithSightInALateTextToo() {
    Comment late = redacted(Comments.revision("1", 2, true, false));
    List<List<Comment>> histories = List.of(List.of(Comments.revision("1", 1, false, false), late));

    assertThat(Sight.granted(histories, Optional.empty()).late())
        .extracting(comment -> comment.said().text())
        .containsExactly("revision [redacted]");
    assertThat(Sight.ofSecretariat(histories, Optional.empty()).late())
        .extracting(comment -> comment.said().text())
        .containsExactly("revision 2");
  }

  @Test
  void doesNotChangeTheDigestOfWhoReadsItInFull() {
    Comment comment = Comments.of("1", "eg", "member-state");

    assertThat(Digest.of(java.util.stream.Stream.of(redacted(comment))))
        .isEqualTo(Digest.of(java.util.stream.Stream.of(comment)));
    assertThat(Digest.of(java.util.stream.Stream.of(redacted(comment).redacted())))
        .isNotEqualTo(Digest.of(java.util.stream.Stream.of(comment)));
  }

  private static String text(Sight sight) {
    return sight.comments().getFirst().said().text();
  }

  /** Its number, which stands at the end of the text, is redacted. */
  private static Comment redacted(Comment comment) {
    return Comments.saying(comment, comment.said().with(made(text(9, 10))));
  }

  private static Content said(String text, String language, Stretch... stretches) {
    return new Content(
            "substantive",
            "not-stated",
            text,
            language,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of())
        .with(made(stretches));
  }

  private static List<Redaction> made(Stretch... stretches) {
    return List.of(new Redaction("personal-data", List.of(stretches)));
  }

  private static Stretch text(int from, int to) {
    return new Stretch(Field.TEXT, Optional.empty(), from, to);
  }
}
