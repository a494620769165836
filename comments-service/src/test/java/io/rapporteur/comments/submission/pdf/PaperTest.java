package io.rapporteur.comments.submission.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.comment.Attachment;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.Content.Translation;
import io.rapporteur.comments.comment.Fact;
import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.comment.Receipt;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.submission.Channel;
import io.rapporteur.comments.submission.CoverLetter;
import io.rapporteur.comments.submission.HandedIn;
import io.rapporteur.comments.submission.PrintedNames;
import io.rapporteur.comments.submission.Registration;
import io.rapporteur.comments.submission.Submission;
import io.rapporteur.comments.table.Agenda;
import io.rapporteur.schemas.http.Notices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The text is taken out of the document again, in each of six scripts. */
class PaperTest {

  private static final Instant NOW = Instant.parse("2021-02-01T12:00:00Z");
  private static final String ARABIC = "تؤيد جمهورية مصر العربية هذه التوصية مع تعديل صياغتها.";
  private static final String PROPOSED = "ينبغي للدول الأعضاء أن تعزز التعاون الدولي.";
  private static final String CHINESE = "中国支持这项建议，并提出修改意见。";
  private static final String RUSSIAN = "Российская Федерация поддерживает эту рекомендацию.";
  private static final String FRENCH = "La délégation souhaite préciser l’œuvre à accomplir.";
  private static final String SPANISH = "¿Cómo se aplicará el artículo 13 en los años próximos?";
  private static final Author EGYPT = new Author("eg", "MEMBER_STATE", Optional.of("AFRICAN"));
  private static final PrintedNames NAMES =
      (participant, language) ->
          Optional.ofNullable(
              Map.of("en", "the Arab Republic of Egypt", "ar", "جمهورية مصر العربية")
                  .get(language));
  private static final Agenda.Section SECTION =
      new Agenda.Section(
          "doc.13",
          Map.of("en", "International cooperation", "ar", "التعاون الدولي"),
          Optional.of("3"),
          Map.of("en", "Inclusion in this list is not endorsement."));
  private static final Agenda AGENDA =
      new Agenda(
          "k",
          Map.of("en", "Stocktaking meeting", "ar", "اجتماع الخبراء لتقييم الحصيلة"),
          NOW,
          List.of(item("doc.13.a", 1, "13(a)"), item("doc.13.b", 2, "13(b)")));

  @Test
  void printsWhatWasHandedInInTheOrderOfTheTextInSixScripts() throws IOException {
    byte[] pdf =
        pdf(
            List.of(
                comment("5", "doc.13.b", CHINESE, "zh"),
                comment("4", "doc.13.a", ARABIC, "ar"),
                comment("3", "", RUSSIAN, "ru"),
                comment("2", "", FRENCH, "fr"),
                comment("1", "", SPANISH, "es")));

    String text = text(pdf);
    assertThat(text)
        .contains("The Arab Republic of Egypt", "7K2M-9QXD", "2021-02-01 12:00:00 UTC")
        .contains("Inclusion in this list is not endorsement.", "Position support with changes")
        .contains("Original: Arabic", "Original: Chinese", Notices.AS_RECEIVED)
        .contains("note verbale, NV 12/2021");
    assertThat(words(text))
        .containsSubsequence(words(ARABIC))
        .containsSubsequence(words(PROPOSED))
        .containsSubsequence(words(CHINESE))
        .containsSubsequence(words(RUSSIAN))
        .containsSubsequence(words(FRENCH))
        .containsSubsequence(words(SPANISH))
        .containsSubsequence(words("جمهورية مصر العربية"));
    assertThat(text.indexOf("General comments")).isLessThan(text.indexOf("Item 1, 13(a)"));
    assertThat(text.indexOf("Item 1, 13(a)"))
        .isPositive()
        .isLessThan(text.indexOf("Item 2, 13(b)"));
    keepPicture(pdf);
  }

  @Test
  void embedsEveryFontSoThatNoneIsNeededToReadIt() throws IOException {
    Set<String> notEmbedded = new HashSet<>();
    byte[] pdf = pdf(List.of(comment("1", "doc.13.a", ARABIC + CHINESE + RUSSIAN, "ar")));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          if (!font.isEmbedded()) {
            notEmbedded.add(font.getName());
          }
        }
      }
    }

    assertThat(notEmbedded).isEmpty();
    assertThat(pdf.length).isLessThan(500_000);
  }

  @Test
  void showsMarkupAsTextAndCharactersThatTurnTheDirectionByTheirNames() throws IOException {
    String text =
        text(
            pdf(
                List.of(
                    comment(
                        "1",
                        "doc.13.a",
                        "<script>x</script> & abc \u202Edef\u202C \u200Fghi",
                        "en"))));

    assertThat(text).contains("<script>x</script> & abc [U+202E]def[U+202C] [U+200F]ghi");
  }

  @Test
  void namesTheFilesTheGroupAndWhomACommentAsksToJoin() throws IOException {
    Revision plain = comment("1", "doc.13.a", "text", "en");
    Content content = ((Fact.Said) plain.fact()).content().with(List.of(file("note.pdf")));
    Author chile = new Author("cl", "MEMBER_STATE", Optional.empty());
    var joint =
        new Revision(
            plain.comment(),
            1,
            "r1",
            "d",
            "eg",
            "k",
            1,
            false,
            NOW,
            NOW,
            EGYPT.speakingFor(Optional.of("g77")),
            plain.target(),
            Optional.empty(),
            new Fact.Said(content, List.of(chile)),
            plain.receipt());

    String text = text(pdf(List.of(joint))).replaceAll("\\s+", " ");

    assertThat(text)
        .contains("Attachment annex.pdf (application/pdf, 1234 bytes, SHA-256 cdcd")
        .contains("Attachment note.pdf", "On behalf of the Arab", "Asked to join the Arab");
  }

  @Test
  void leavesOutWhatWasAddedLaterWhereAnEarlierRevisionIsMeant() throws IOException {
    Submission whole = new Submission(act("r1", "s"), List.of(act("r2", "addition")));
    List<Revision> comments =
        List.of(
            comment("1", "doc.13.a", "first text", "en"),
            ofRequest("r2", comment("2", "doc.13.b", "added text", "en")));

    assertThat(text(pdf(whole.at(1), comments)))
        .contains("first text")
        .doesNotContain("added text");
    assertThat(text(pdf(whole, comments))).contains("first text", "added text", "Added on");
  }

  private static byte[] pdf(List<Revision> comments) {
    return pdf(new Submission(act("r1", "s"), List.of()), comments);
  }

  private static byte[] pdf(Submission submission, List<Revision> comments) {
    return PdfPapers.pdf(new Paper(submission, comments, Optional.of(AGENDA), NAMES).markup());
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /**
   * Lines are broken, and signs at the end of a line from right to left may come out on its other
   * side; letters and their order within words may not change.
   */
  private static List<String> words(String text) {
    return List.of(text.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip().split(" "));
  }

  private static void keepPicture(byte[] pdf) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/papers"));
    Files.write(folder.resolve("submission.pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        ImageIO.write(
            new PDFRenderer(document).renderImageWithDPI(page, 80),
            "png",
            folder.resolve("submission-" + page + ".png").toFile());
      }
    }
  }

  private static Agenda.Item item(String id, int number, String reference) {
    return new Agenda.Item(id, number, "doc", "DOC/1", SECTION, reference, "en", Map.of());
  }

  private static Attachment file(String name) {
    return new Attachment(name, name, "application/pdf", 1234, "cd".repeat(32));
  }

  private static HandedIn act(String request, String id) {
    return new HandedIn(
        id,
        "s",
        EGYPT,
        request,
        "d",
        "secretariat",
        NOW,
        "k",
        1,
        false,
        5,
        "ab".repeat(32),
        Optional.of(
            new CoverLetter("تتشرف البعثة الدائمة بإحالة تعليقاتها.\nWith compliments.", "ar")),
        List.of(file("annex.pdf")),
        Optional.of(
            new Registration(
                Channel.NOTE_VERBALE, NOW.minusSeconds(3600), "NV 12/2021", "A. Clerk")),
        new Receipt("7K2M-9QXD-4T1R-0ZBC", "n", "d", "jws"));
  }

  private static Revision ofRequest(String request, Revision r) {
    return new Revision(
        r.comment(),
        r.number(),
        request,
        r.requestDigest(),
        r.by(),
        r.consultation(),
        r.round(),
        r.late(),
        r.submittedAt(),
        r.receivedAt(),
        r.author(),
        r.target(),
        r.submission(),
        r.fact(),
        r.receipt());
  }

  private static Revision comment(String id, String item, String text, String language) {
    boolean onItem = !item.isEmpty();
    return new Revision(
        id,
        1,
        "r1",
        "d",
        "eg",
        "k",
        1,
        false,
        NOW,
        NOW,
        EGYPT,
        new Target(
            onItem ? Optional.of("doc") : Optional.empty(),
            onItem ? Optional.of("doc.13") : Optional.empty(),
            onItem ? Optional.of(item) : Optional.empty(),
            onItem ? Optional.of(1) : Optional.empty()),
        Optional.empty(),
        new Fact.Said(
            new Content(
                Kind.SUBSTANTIVE,
                Position.SUPPORT_WITH_CHANGES,
                text,
                language,
                List.of(new Translation("en", "A translation.", "A. Translator")),
                onItem ? Optional.of(PROPOSED) : Optional.empty(),
                onItem ? Optional.of("ar") : Optional.empty(),
                Optional.of("Because."),
                Optional.empty()),
            List.of()),
        new Receipt("c", "n", "d", ""));
  }
}
