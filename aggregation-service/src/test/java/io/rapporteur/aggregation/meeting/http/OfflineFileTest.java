package io.rapporteur.aggregation.meeting.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapporteur.schemas.http.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How decisions stand in files. */
class OfflineFileTest {

  private static List<String> csv(String text) {
    return OfflineFile.CSV.rows(text.getBytes(StandardCharsets.UTF_8)).stream()
        .map(row -> row.number() + " " + row.object())
        .toList();
  }

  @Test
  void readsRecordsUnderTheirHeaderAndPassesEmptyCellsOver() {
    assertThat(
            csv(
                "\uFEFFEntry;Decision;Text;DecidedAt\n12;agreed;;2021-04-07T18:00\n;;;\n13;\"not-agreed\";\"a\nb\";x\n"))
        .containsExactly(
            "2 {\"entry\":\"12\",\"decision\":\"agreed\",\"decidedAt\":\"2021-04-07T18:00\"}",
            "4 {\"entry\":\"13\",\"decision\":\"not-agreed\",\"text\":\"a\\nb\",\"decidedAt\":\"x\"}");
  }

  @Test
  void takesTheApostropheAwayThatKeepsASpreadsheetFromRunningAText() {
    assertThat(csv("entry,text\n1,'=1+1\n2,'tis so\n"))
        .containsExactly(
            "2 {\"entry\":\"1\",\"text\":\"=1+1\"}", "3 {\"entry\":\"2\",\"text\":\"'tis so\"}");
  }

  @Test
  void refusesAHeaderThatItDoesNotKnow() {
    assertThatThrownBy(() -> csv("entry,verdict\n1,x\n"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("header: verdict");
  }

  @Test
  void refusesAQuoteThatDoesNotEndAndWhatIsNotOfUtf8() {
    assertThatThrownBy(() -> csv("entry,text\n1,\"x\n")).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> OfflineFile.NDJSON.rows(new byte[] {(byte) 0xC3}))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void readsAnObjectALineAndCountsBlankOnes() {
    List<OfflineFile.Row> rows =
        OfflineFile.NDJSON.rows("{\"entry\":\"1\"}\n\nnot json\n".getBytes(StandardCharsets.UTF_8));

    assertThat(rows).extracting(OfflineFile.Row::number).containsExactly(1, 3);
    assertThatThrownBy(rows.get(1)::object).isInstanceOf(RefusedException.class);
  }
}
