package io.rapporteur.aggregation.paper.docx;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.paper.OtherSoftware;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperWriter.Progress;
import io.rapporteur.aggregation.paper.Sample;
import io.rapporteur.aggregation.paper.UnLanguage;
import io.rapporteur.aggregation.paper.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocxPapersTest {

  @Test
  void isReadByPoiWithItsHeadingsTablesAndFootnotes() throws IOException {
    try (XWPFDocument document = poi(paper(UnLanguage.EN))) {
      assertThat(document.getParagraphs())
          .filteredOn(paragraph -> "Heading2".equals(paragraph.getStyle()))
          .extracting(XWPFParagraph::getText)
          .containsExactly("Item 1 – 13(a)", "Item 36 – 13(jj)");
      assertThat(document.getTables()).hasSize(2);
      XWPFTable table = document.getTables().get(1);
      // LibreOffice loses comments below a heading that is repeated, or kept with what follows.
      assertThat(table.getRow(0).isRepeatHeader()).isFalse();
      assertThat(document.getTables())
          .flatExtracting(XWPFTable::getRows)
          .flatExtracting(XWPFTableRow::getTableCells)
          .flatExtracting(XWPFTableCell::getParagraphs)
          .extracting(paragraph -> document.getStyles().getStyle(paragraph.getStyle()))
          .noneMatch(style -> style.getCTStyle().getPPr().isSetKeepNext());
      assertThat(table.getRow(3).getCell(0).getText())
          .contains("Egypt", "Joined by: Chile", "Support with changes");
      assertThat(table.getRow(3).getCell(1).getText()).contains("Original: Arabic", Sample.ARABIC);
      assertThat(document.getFootnotes())
          .extracting(note -> note.getParagraphs().getFirst().getText())
          .anyMatch(text -> text.contains(Sample.FOOTNOTE));
      assertThat(document.getHeaderList().getFirst().getText())
          .contains("Advance unedited version");
    }
  }

  @Test
  void underlinesWhatIsAddedAndStrikesWhatIsRemoved() throws IOException {
    try (XWPFDocument document = poi(paper(UnLanguage.EN))) {
      List<XWPFRun> runs = runs(document.getTables().get(1).getRow(3).getCell(1));

      assertThat(joined(runs.stream().filter(run -> !added(run)).toList())).contains(Sample.TEXT_A);
      assertThat(joined(runs.stream().filter(XWPFRun::isStrikeThrough).toList())).isEqualTo("تعزز");
      assertThat(joined(runs.stream().filter(DocxPapersTest::added).toList()))
          .contains("تكفل تعزيز")
          .contains("على قدم المساواة");
    }
  }

  private static boolean added(XWPFRun run) {
    return run.getUnderline() == UnderlinePatterns.SINGLE || run.text().isBlank();
  }

  @Test
  void runsFromRightToLeftWhereTheLanguageOfATextDoes() throws IOException {
    try (XWPFDocument arabic = poi(paper(UnLanguage.AR));
        XWPFDocument english = poi(paper(UnLanguage.EN))) {
      assertThat(arabic.getTables().get(1).getCTTbl().getTblPr().isSetBidiVisual()).isTrue();
      assertThat(english.getTables().get(1).getCTTbl().getTblPr().isSetBidiVisual()).isFalse();
      assertThat(bidi(english, Sample.ARABIC)).isTrue();
      assertThat(bidi(arabic, Sample.ARABIC)).isTrue();
      assertThat(bidi(arabic, Sample.ENGLISH)).isFalse();
      assertThat(bidi(arabic, Sample.CHINESE)).isFalse();
    }
  }

  private static boolean bidi(XWPFDocument document, String text) {
    return document.getTables().stream()
        .flatMap(table -> table.getRows().stream())
        .flatMap(row -> row.getTableCells().stream())
        .flatMap(cell -> cell.getParagraphs().stream())
        .filter(paragraph -> paragraph.getText().equals(text))
        .findFirst()
        .orElseThrow()
        .getCTP()
        .getPPr()
        .isSetBidi();
  }

  @ParameterizedTest
  @EnumSource
  void isReadByLibreOfficeInItsOrderInEachLanguage(UnLanguage language) throws IOException {
    Words words = Words.in(language);
    Path document = file("order-" + language.tag() + ".docx", paper(language));

    String text = Files.readString(OtherSoftware.libreOffice(document, "txt:Text (encoded):UTF8"));

    assertThat(text)
        .containsSubsequence(
            words.word("advance"),
            words.word("title"),
            words.word("reader.secretariat"),
            words.word("general"),
            Sample.FORMULA,
            words.word("agenda-item", "2"),
            words.word("item", "1"),
            Sample.ENGLISH,
            Sample.FRENCH,
            Sample.CHINESE,
            Sample.ARABIC,
            words.word("rationale"),
            "The Group reserves its position on <this> & that.",
            words.word("item", "36"));
  }

  @Test
  void holdsAProposedTextOf20000CharactersInATableCell() throws IOException {
    String proposed = Sample.arabic(20_000);
    Comment comment =
        Sample.comment(
            "1", "eg", "member-state", Optional.of(Sample.ITEM_A), Sample.proposal("نص", proposed));
    Path document = file("long.docx", Sample.paper(UnLanguage.AR, List.of(comment)));

    String text = Files.readString(OtherSoftware.libreOffice(document, "txt:Text (encoded):UTF8"));

    assertThat(proposed).hasSize(20_000);
    // What is struck stands among it: each word that is proposed, in its order.
    assertThat(text).containsSubsequence(proposed.split(" "));
  }

  @Test
  void breaksNoCommentThatFitsOnAPage() throws IOException {
    Comment fitting =
        Sample.comment(
            "1", "eg", "member-state", Optional.of(Sample.ITEM_A), Sample.proposal("نص", "نص آخر"));
    Comment longOne =
        Sample.comment(
            "2",
            "se",
            "member-state",
            Optional.of(Sample.ITEM_A),
            Sample.proposal("نص", Sample.arabic(4_000)));
    try (XWPFDocument document = poi(Sample.paper(UnLanguage.AR, List.of(fitting, longOne)))) {
      List<XWPFTableRow> rows = document.getTables().getFirst().getRows();

      // LibreOffice loses comments, pages of them at times, below a first row that may not break.
      assertThat(rows).extracting(XWPFTableRow::isCantSplitRow).containsExactly(false, true, false);
    }
  }

  @Test
  void isTheSameBytesForTheSamePaper() throws IOException {
    assertThat(bytes(paper(UnLanguage.AR))).isEqualTo(bytes(paper(UnLanguage.AR)));
  }

  @Test
  void tellsOfEachItemThatItReaches() throws IOException {
    var reached = new AtomicInteger();

    new DocxPapers()
        .write(paper(UnLanguage.EN), reached::incrementAndGet, new ByteArrayOutputStream());

    assertThat(reached).hasValue(2);
  }

  private static Paper paper(UnLanguage language) {
    return Sample.paper(language, Sample.comments());
  }

  private static List<XWPFRun> runs(XWPFTableCell cell) {
    List<XWPFRun> runs = new ArrayList<>();
    cell.getParagraphs().forEach(paragraph -> runs.addAll(paragraph.getRuns()));
    return runs;
  }

  private static String joined(List<XWPFRun> runs) {
    var text = new StringBuilder();
    runs.forEach(run -> text.append(run.text()));
    return text.toString();
  }

  private static Path file(String name, Paper paper) throws IOException {
    return OtherSoftware.file(name, out -> new DocxPapers().write(paper, Progress.UNSEEN, out));
  }

  private static byte[] bytes(Paper paper) throws IOException {
    var out = new ByteArrayOutputStream();
    new DocxPapers().write(paper, Progress.UNSEEN, out);
    return out.toByteArray();
  }

  private static XWPFDocument poi(Paper paper) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(bytes(paper)));
  }
}
