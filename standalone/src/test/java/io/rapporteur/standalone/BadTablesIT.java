package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.standalone.Product.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Tables that mean harm or were made in a hurry: a bad row costs that row and names its cell, a bad
 * file is refused with a problem of its own and leaves nothing behind.
 */
class BadTablesIT {

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private final Product product = RunningProduct.get();
  private final String ministry = UUID.randomUUID().toString();

  @Test
  void aFormulaCostsItsRowAndIsNeverComputed() throws IOException {
    Answer taken =
        take(
            sheet(
                rows -> {
                  row(rows, 1, "13(a)", "good");
                  row(rows, 2, "13(b)", "").createCell(1).setCellFormula("1+1");
                  row(rows, 3, "13(c)", "=1+1");
                }));

    assertOneFaultOf(taken, "B3", "a formula");
    assertThat(count(taken, "new")).isEqualTo(2);
    assertThat(texts()).containsExactlyInAnyOrder("good", "=1+1");
  }

  @Test
  void aDateCostsItsRowAndADateThatIsATextIsThatText() throws IOException {
    Answer taken =
        take(
            sheet(
                rows -> {
                  XSSFRow row = row(rows, 1, "13(a)", "");
                  CellStyle style = rows.getWorkbook().createCellStyle();
                  style.setDataFormat((short) 14);
                  row.createCell(1).setCellValue(LocalDate.of(2021, 2, 1));
                  row.getCell(1).setCellStyle(style);
                  row(rows, 2, "13(b)", "01/02/2021");
                }));

    assertOneFaultOf(taken, "B2", "a date");
    assertThat(texts()).containsExactly("01/02/2021");
  }

  @Test
  void mergedCellsAndHiddenRowsCostTheirRows() throws IOException {
    Answer taken =
        take(
            sheet(
                rows -> {
                  row(rows, 1, "13(a)", "merged");
                  rows.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
                  row(rows, 3, "13(b)", "hidden").setZeroHeight(true);
                  row(rows, 4, "13(c)", "good");
                }));

    assertThat(count(taken, "faulty")).as("%s", taken.body()).isEqualTo(2);
    assertThat(taken.body().toString()).contains("merged with other cells", "row 4: hidden");
    assertThat(texts()).containsExactly("good");
  }

  @Test
  void aMillionEmptyRowsAreReadPast() throws IOException {
    var rows = new StringBuilder("<sheetData>");
    rows.append(xml(1, "Reference", "Comment"));
    for (int row = 2; row < 1_048_576; row++) {
      rows.append("<row r=\"").append(row).append("\"/>");
    }
    rows.append(xml(1_048_576, "13(a)", "last")).append("</sheetData>");

    Answer taken = take(replaced(sheet(any -> {}), rows.toString().getBytes(UTF_8), 1));

    assertThat(count(taken, "new")).as("%s", taken.body()).isEqualTo(1);
    assertThat(texts()).containsExactly("last");
  }

  @Test
  void macrosAreRefused() throws IOException {
    byte[] file =
        workbook(
            workbook -> {
              try (OutputStream part =
                  workbook
                      .getPackage()
                      .createPart(
                          PackagingURIHelper.createPartName("/xl/vbaProject.bin"),
                          "application/vnd.ms-office.vbaProject")
                      .getOutputStream()) {
                part.write(1);
              } catch (IOException | InvalidFormatException e) {
                throw new IllegalStateException(e);
              }
            });

    assertRefused(take(file), 422, "file-unsafe");
  }

  @Test
  void aDecompressionBombIsRefused() throws IOException {
    byte[] megabyte = new byte[1 << 20];
    Arrays.fill(megabyte, (byte) ' ');

    assertRefused(take(replaced(sheet(any -> {}), megabyte, 300)), 422, "file-unsafe");
  }

  @Test
  void aWrongEncodingIsRefused() {
    assertRefused(
        take("Reference,Comment\n13(a),été\n".getBytes(ISO_8859_1)), 422, "file-encoding");
  }

  @Test
  void theSameRowTwiceIsTakenOnce() {
    Answer taken = take("Reference,Comment\n13(a),one\n13(a),one\n13(a),two\n".getBytes(UTF_8));

    assertThat(count(taken, "new")).isEqualTo(2);
    assertThat(count(taken, "duplicate")).isEqualTo(1);
    assertThat(texts()).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void aTextThatTurnsItsDirectionAndMarkupAreKeptAsTextAndTheFirstIsNamed() {
    String turning = "approve \u202Ereject\u202C";
    String script = "<script>alert(1)</script>";

    Answer taken =
        take(("Reference,Comment\n13(a)," + turning + "\n13(b)," + script + "\n").getBytes(UTF_8));

    assertThat(texts()).containsExactlyInAnyOrder(turning, script);
    assertThat(taken.body().path("lines").get(0).path("notes").toString()).contains("[U+202E]");
  }

  @Test
  void aCoSponsorWhoIsNoParticipantCostsItsRow() {
    Answer taken =
        take(
            "Reference,Comment,Co-sponsors invited\n13(a),one,Atlantis\n13(b),two,Chile\n"
                .getBytes(UTF_8));

    assertOneFaultOf(taken, "C2", "Atlantis");
    assertThat(taken.body().path("lines").get(0).path("notes").get(0).path("type").asString())
        .isEqualTo("not-a-participant");
    assertThat(texts()).containsExactly("two");
  }

  private void assertRefused(Answer answer, int status, String problem) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.body().toString()).doesNotContain("Exception");
    assertThat(texts()).isEmpty();
  }

  private static void assertOneFaultOf(Answer taken, String cell, String what) {
    assertThat(taken.status()).as("%s", taken.body()).isEqualTo(201);
    assertThat(count(taken, "faulty")).as("%s", taken.body()).isEqualTo(1);
    JsonNode faulty =
        taken
            .body()
            .path("lines")
            .valueStream()
            .filter(line -> line.path("state").asString().equals("faulty"))
            .findFirst()
            .orElseThrow();
    assertThat(faulty.path("notes").get(0).path("message").asString())
        .startsWith(cell + ": " + what);
  }

  /** What the drafts of this test say. */
  private java.util.List<String> texts() {
    return product
        .get("my", "/api/v1/drafts?limit=200&ministry=" + ministry)
        .body()
        .path("drafts")
        .findValuesAsString("text");
  }

  private Answer take(byte[] file) {
    return product.send(
        "my",
        HttpRequest.newBuilder(
                product.uri(
                    "/api/v1/imports?language=en&consultation="
                        + CONSULTATION
                        + "&ministry="
                        + ministry))
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
  }

  private static int count(Answer answer, String state) {
    return answer.body().path("counts").path(state).asInt(-1);
  }

  private static XSSFRow row(XSSFSheet sheet, int place, String reference, String comment) {
    XSSFRow row = sheet.createRow(place);
    row.createCell(0).setCellValue(reference);
    row.createCell(1).setCellValue(comment);
    return row;
  }

  private static String xml(int row, String reference, String comment) {
    String cell = "<c t=\"inlineStr\"><is><t>%s</t></is></c>";
    return "<row r=\""
        + row
        + "\">"
        + cell.formatted(reference)
        + cell.formatted(comment)
        + "</row>";
  }

  private static byte[] sheet(Consumer<XSSFSheet> rows) throws IOException {
    return workbook(workbook -> rows.accept(workbook.getSheetAt(0)));
  }

  private static byte[] workbook(Consumer<XSSFWorkbook> change) throws IOException {
    try (var workbook = new XSSFWorkbook();
        var file = new ByteArrayOutputStream()) {
      row(workbook.createSheet(), 0, "Reference", "Comment");
      change.accept(workbook);
      workbook.write(file);
      return file.toByteArray();
    }
  }

  /** The same file with rows of its own, so often, in its sheet. */
  private static byte[] replaced(byte[] file, byte[] rows, int times) throws IOException {
    var changed = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(file));
        var out = new ZipOutputStream(changed)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals(SHEET)) {
          out.write(
              "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                  .getBytes(UTF_8));
          for (int time = 0; time < times; time++) {
            out.write(rows);
          }
          out.write("</worksheet>".getBytes(UTF_8));
        } else {
          in.transferTo(out);
        }
      }
    }
    return changed.toByteArray();
  }
}
