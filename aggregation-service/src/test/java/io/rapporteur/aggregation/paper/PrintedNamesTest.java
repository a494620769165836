package io.rapporteur.aggregation.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.SeededNames;
import io.rapporteur.aggregation.compilation.SeededNames.Printed;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.paper.PaperWriter.Progress;
import io.rapporteur.aggregation.paper.akn.AkomaNtosoPapers;
import io.rapporteur.aggregation.paper.docx.DocxPapers;
import io.rapporteur.aggregation.paper.pdf.PdfPapers;
import io.rapporteur.aggregation.paper.sheet.CsvSheets;
import io.rapporteur.aggregation.paper.sheet.XlsxSheets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/**
 * Every paper prints the participants of the seeds in one order and under the same names, and no
 * form that papers of the United Nations do not print.
 */
class PrintedNamesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void composing(UnLanguage language) {
    assertThat(Sample.outline(paper(language)))
        .containsSubsequence(expected(language))
        .filteredOn(expected(language)::contains)
        .hasSize(200);
  }

  @ParameterizedTest
  @EnumSource
  void thoseWhoJoined(UnLanguage language) {
    Paper paper = paper(language, List.of(SeededNames.joint(8)));

    List<Entry> entries = new ArrayList<>();
    for (Part part : paper.parts()) {
      if (part instanceof Part.Entries shown) {
        shown.each().forEach(entries::add);
      }
    }
    assertThat(entries)
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.coSponsors()).containsExactlyElementsOf(expected(language)));
  }

  @ParameterizedTest
  @EnumSource
  void asADocument(UnLanguage language) throws IOException {
    try (var document =
        new XWPFDocument(new ByteArrayInputStream(bytes(new DocxPapers(), language)))) {
      List<String> names =
          document.getTables().getLast().getRows().stream()
              .map(row -> row.getCell(0).getParagraphs().getFirst().getText())
              .skip(1)
              .toList();
      String whole =
          document.getTables().stream().map(table -> table.getText()).collect(Collectors.joining());

      assertThat(names).containsExactlyElementsOf(expected(language));
      assertThat(SeededNames.forbiddenIn(whole, language.tag())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void asPages(UnLanguage language) throws IOException {
    Path file =
        OtherSoftware.file(
            "names-" + language.tag() + ".pdf",
            out -> new PdfPapers(folder).write(paper(language), Progress.UNSEEN, out));

    String text = OtherSoftware.text(file);

    assertThat(letters(text))
        .containsSubsequence(expected(language).stream().map(PrintedNamesTest::letters).toList());
    // What stands in brackets after a name may be laid out apart from it.
    assertThat(SeededNames.forbiddenIn(oneLine(text), language.tag()))
        .filteredOn(
            form -> expected(language).stream().noneMatch(name -> name.startsWith(form + " (")))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void asASpreadsheet(UnLanguage language) throws IOException {
    for (Order order : Order.values()) {
      try (var workbook =
          new XSSFWorkbook(new ByteArrayInputStream(bytes(new XlsxSheets(order), language)))) {
        List<List<String>> rows =
            StreamSupport.stream(workbook.getSheetAt(0).spliterator(), false)
                .map(PrintedNamesTest::cells)
                .toList();

        assertThat(column(rows, language)).as(order.name()).isEqualTo(expected(language));
        assertThat(forbidden(rows, language)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void asValues(UnLanguage language) throws IOException {
    for (Order order : Order.values()) {
      String text =
          new String(bytes(new CsvSheets(order), language), StandardCharsets.UTF_8).substring(1);
      try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
        List<List<String>> rows = parser.getRecords().stream().map(row -> row.toList()).toList();

        assertThat(column(rows, language)).as(order.name()).isEqualTo(expected(language));
        assertThat(forbidden(rows, language)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void asAkomaNtoso(UnLanguage language) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes(new AkomaNtosoPapers(), language)));
    List<String> names = new ArrayList<>();
    NodeList notes = document.getElementsByTagNameNS("*", "note");
    for (int i = 0; i < notes.getLength(); i++) {
      names.add(
          ((Element) notes.item(i))
              .getElementsByTagNameNS("*", "organization")
              .item(0)
              .getTextContent());
    }

    assertThat(names).containsExactlyElementsOf(expected(language));
    assertThat(SeededNames.forbiddenIn(texts(document), language.tag())).isEmpty();
  }

  /** Its texts, each on a line. */
  private static String texts(Document document) {
    var texts = new StringBuilder();
    NodeList all = document.getDocumentElement().getElementsByTagNameNS("*", "*");
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i).getFirstChild() instanceof Text text) {
        texts.append(text.getData()).append('\n');
      }
    }
    return texts.toString();
  }

  private static List<String> expected(UnLanguage language) {
    return SeededNames.inOrder(language.tag()).stream().map(Printed::name).toList();
  }

  /** What stands in the column of participants, where a row has a comment of one. */
  private static List<String> column(List<List<String>> rows, UnLanguage language) {
    String first = expected(language).getFirst();
    int place =
        rows.stream().mapToInt(row -> row.indexOf(first)).filter(n -> n >= 0).findFirst().orElse(0);
    return rows.stream()
        .skip(1)
        .map(row -> place < row.size() ? row.get(place) : "")
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static List<String> forbidden(List<List<String>> rows, UnLanguage language) {
    return SeededNames.forbiddenIn(
        rows.stream().map(row -> String.join("\n", row)).collect(Collectors.joining("\n")),
        language.tag());
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < row.getLastCellNum(); column++) {
      cells.add(row.getCell(column) == null ? "" : row.getCell(column).toString());
    }
    return cells;
  }

  /** Brackets, dashes and spaces are where the layout puts them. */
  private static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{M}]+", "");
  }

  /** The ends of lines are where the layout puts them, and so are marks of direction. */
  private static String oneLine(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\p{Cf}", "")
        .replaceAll("\\s+", " ");
  }

  private static byte[] bytes(PaperWriter writer, UnLanguage language) throws IOException {
    var out = new ByteArrayOutputStream();
    writer.write(paper(language), Progress.UNSEEN, out);
    return out.toByteArray();
  }

  private static Paper paper(UnLanguage language) {
    return paper(language, SeededNames.comments(7));
  }

  private static Paper paper(UnLanguage language, List<Comment> comments) {
    return new Composing(
            Sample.consultation(),
            Sample.items(),
            List.of(),
            new Sight("secretariat", Optional.empty(), comments, List.of(), Set.of()),
            List.of(),
            new HouseOrder(language.tag(), SeededNames.names(language.tag())),
            comment -> Optional.empty(),
            Sample.asked(language))
        .paper(Sample.DAY);
  }
}
