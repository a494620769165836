package io.rapporteur.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.ingest.source.Refusal.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

  private static final byte[] TEXT = "1. One.\n2. Two.\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"report.pdf", "report.DOCX", "report.html"})
  void refusesANameThatLies(String name) {
    Refusal refusal = OpenedFile.refusal(TEXT, name);

    assertThat(refusal.reason()).isEqualTo(Reason.TYPE_MISMATCH);
    assertThat(refusal.faults().getFirst().value()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"report", "report.final", "report.v2", "report.md", ".txt"})
  void readsWhatItsNameSaysNothingAbout(String name) {
    assertThat(OpenedFile.source(TEXT, name).format()).isEqualTo(Format.TEXT);
  }

  @Test
  void readsMarkdownThatBeginsWithAnElementOfHtmlAndRefusesAPageOfHtmlAsMarkdown() {
    byte[] text = "<meta charset='utf-8' />\n\n1. One.\n".getBytes(StandardCharsets.UTF_8);
    byte[] page = "<!DOCTYPE html><body>1. One.</body>".getBytes(StandardCharsets.UTF_8);

    assertThat(OpenedFile.source(text, "report.md").format()).isEqualTo(Format.TEXT);
    assertThat(OpenedFile.source(text, "report").format()).isEqualTo(Format.HTML);
    assertThat(OpenedFile.refusal(text, "report.txt").reason()).isEqualTo(Reason.TYPE_MISMATCH);
    assertThat(OpenedFile.refusal(page, "report.md").reason()).isEqualTo(Reason.TYPE_MISMATCH);
  }

  @Test
  void refusesAMediaTypeThatLies() {
    SourceResult result =
        new Sources(Limits.standard())
            .open(TEXT, "report", Optional.of("application/pdf"), Optional.empty());

    assertThat(((SourceResult.Refused) result).refusal().reason()).isEqualTo(Reason.TYPE_MISMATCH);
  }

  @ParameterizedTest
  @CsvSource({"'\u0089PNG\r\n', a PNG picture", "{\\rtf1, an RTF document"})
  void saysWhatAFileIsThatNoReportIsReadFrom(String start, String word) {
    byte[] file = (start + "and more").getBytes(StandardCharsets.ISO_8859_1);

    Refusal refusal = OpenedFile.refusal(file, "report");

    assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_REPORT);
    assertThat(refusal.faults().getFirst().value()).isEqualTo(word);
  }

  @Test
  void refusesALargeFileBeforeItIsRead() throws IOException {
    Path large = folder.resolve("large.txt");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(50L << 30);
    }

    SourceResult result =
        new Sources(Limits.standard()).open(large, "large.txt", Optional.empty(), Optional.empty());

    Refusal refusal = ((SourceResult.Refused) result).refusal();
    assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(refusal.faults().getFirst().value()).isEqualTo((50L << 30) + " bytes");
  }

  @Test
  void refusesMoreLinesOrLongerLinesThanItsLimits() {
    var lines = new Limits(1_000, 1_000, 10, 1, 100);
    var length = new Limits(1_000, 1_000, 10, 100, 5);

    assertThat(OpenedFile.refusal(TEXT, "a.txt", Optional.empty(), lines).reason())
        .isEqualTo(Reason.TOO_LARGE);
    assertThat(OpenedFile.refusal(TEXT, "a.txt", Optional.empty(), length).reason())
        .isEqualTo(Reason.TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource({"%PDF-1.7 and no more, a.pdf", "PK\u0003\u0004 word/document.xml, a.docx"})
  void saysThatAFileIsDamagedWithoutATrace(String content, String name) {
    Refusal refusal = OpenedFile.refusal(content.getBytes(StandardCharsets.ISO_8859_1), name);

    assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_REPORT);
    assertThat(refusal.faults().getFirst().value()).doesNotContain("\n").doesNotContain("\tat ");
  }
}
