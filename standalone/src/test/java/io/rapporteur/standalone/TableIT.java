package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table that a delegation fills, from the running product. */
class TableIT {

  private static final int LARGEST = 1_000_000;
  private static final int NUMBER = 2;
  private static final int TEXT = 4;

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void holdsTheItemsOfTheSeedInUnderAMegabyte(String language) throws Exception {
    byte[] file = table(language);

    assertThat(file).hasSizeLessThan(LARGEST);
    assertThat(numbers(file)).isEqualTo(IntStream.rangeClosed(1, 117).boxed().toList());
    assertThat(table(language)).isEqualTo(file);
  }

  private static List<Integer> numbers(byte[] file) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      for (Row row : workbook.getSheetAt(0)) {
        if (row.getCell(NUMBER).getCellType() == CellType.NUMERIC) {
          numbers.add((int) row.getCell(NUMBER).getNumericCellValue());
          assertThat(row.getCell(TEXT).getStringCellValue()).isNotBlank();
        }
      }
    }
    return numbers;
  }

  private static byte[] table(String language) throws Exception {
    Product product = RunningProduct.get();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  product.uri(
                      "/api/v1/templates/comments.xlsx?consultation="
                          + CONSULTATION
                          + "&language="
                          + language))
              .header("Authorization", "Bearer " + product.token("eg"))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }
  }
}
