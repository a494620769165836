package io.rapporteur.comments.table.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.schemas.sheet.CellText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class CellTextTest {

  private static final String[] PIECES = {
    "_x0041_",
    "_",
    "x005F_",
    "_x005f_x0041_",
    "\u0007",
    "\r\n",
    "\n",
    "\t",
    "=1+1",
    "<&>\"",
    "ي",
    "\u200F",
    "\uD83D\uDE00",
    " ",
    "&#10;",
    "'"
  };

  @Test
  void isReadBackToTheCharacter() throws IOException {
    var random = new Random(1);
    List<String> texts = new ArrayList<>();
    for (int n = 0; n < 2_000; n++) {
      var text = new StringBuilder("a");
      for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      texts.add(text.toString());
    }

    assertThat(readBack(texts)).isEqualTo(texts);
  }

  @Test
  void goesOnInAnotherPartWhereItIsTooLongForOne() {
    String long1 = "a".repeat(32_767);
    String long2 = "\uD83D\uDE00".repeat(20_000);
    String long3 = "_x0041_".repeat(9_000);

    assertThat(CellText.parts(long1)).containsExactly(long1);
    assertThat(CellText.parts(long2))
        .hasSize(2)
        .allMatch(part -> part.length() <= 32_767 && part.length() % 2 == 0);
    assertThat(String.join("", CellText.parts(long2))).isEqualTo(long2);
    assertThat(CellText.parts(long3)).allMatch(part -> part.length() <= 32_767);
  }

  @Test
  void replacesWhatNoXmlHolds() {
    assertThat(CellText.of("a\uFFFEb\uD800c")).isEqualTo("a\uFFFDb\uFFFDc");
  }

  private static List<String> readBack(List<String> texts) throws IOException {
    var file = new ByteArrayOutputStream();
    try (var workbook = new XSSFWorkbook()) {
      var sheet = workbook.createSheet();
      for (int n = 0; n < texts.size(); n++) {
        sheet.createRow(n).createCell(0).setCellValue(CellText.of(texts.get(n)));
      }
      workbook.write(file);
    }
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
      List<String> read = new ArrayList<>();
      workbook.getSheetAt(0).forEach(row -> read.add(row.getCell(0).getStringCellValue()));
      return read;
    }
  }
}
