package io.rapporteur.comments.attachment.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.attachment.FileType;
import io.rapporteur.comments.attachment.Samples;
import io.rapporteur.comments.attachment.TextExtraction.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildProcessExtractionTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long MEMORY = 256L << 20;

  @TempDir Path folder;
  private Path processes;
  private Path text;

  @BeforeEach
  void folders() throws IOException {
    processes = Files.createDirectory(folder.resolve("processes"));
    text = folder.resolve("text");
  }

  private ChildProcessExtraction extraction(Class<?> program, Duration patience, long memory) {
    return new ChildProcessExtraction(processes, patience, memory, true, program);
  }

  private Result extract(FileType type, byte[] file) {
    return new ChildProcessExtraction(processes, PATIENCE, MEMORY, true)
        .extract(new ByteArrayInputStream(file), type, text);
  }

  @Test
  void readsTheTextOfAPdf() throws IOException {
    assertThat(extract(FileType.PDF, Samples.pdf("On recommendation 13")))
        .isEqualTo(Result.EXTRACTED);
    assertThat(Files.readString(text)).isEqualToIgnoringWhitespace("On recommendation 13");
  }

  @Test
  void readsTheTextOfAWordDocumentInArabic() throws IOException {
    assertThat(extract(FileType.DOCX, Samples.docx("ملاحظات على التوصية")))
        .isEqualTo(Result.EXTRACTED);
    assertThat(Files.readString(text)).isEqualToIgnoringWhitespace("ملاحظات على التوصية");
  }

  @Test
  void findsNoTextInAnEmptyPageOrAPicture() {
    assertThat(extract(FileType.PDF, Samples.pdf(" "))).isEqualTo(Result.NONE);
    assertThat(extract(FileType.PNG, Samples.png())).isEqualTo(Result.NONE);
  }

  @Test
  void saysThatAFileIsEncrypted() {
    assertThat(extract(FileType.PDF, Samples.encryptedPdf())).isEqualTo(Result.ENCRYPTED);
  }

  @Test
  void failsOnWhatIsNoDocument() throws IOException {
    assertThat(extract(FileType.DOCX, Samples.docxWith(Map.of("word/x", "x"))))
        .isEqualTo(Result.FAILED);
    assertThat(extract(FileType.PDF, Samples.text("%PDF-1.7 and nothing more %%EOF")))
        .isEqualTo(Result.FAILED);
  }

  @Test
  void endsAProcessThatHangs() {
    assertThat(
            extraction(Misbehaves.Hangs.class, Duration.ofSeconds(2), MEMORY)
                .extract(new ByteArrayInputStream(Samples.pdf("x")), FileType.PDF, text))
        .isEqualTo(Result.FAILED);
    assertThat(processes).isEmptyDirectory();
  }

  @Test
  void outlivesAProcessThatWantsAllMemory() {
    assertThat(
            extraction(Misbehaves.Swells.class, PATIENCE, 64L << 20)
                .extract(new ByteArrayInputStream(Samples.pdf("x")), FileType.PDF, text))
        .isEqualTo(Result.FAILED);
  }

  @Test
  void takesNoMoreFromAProcessThanATextMayHave() throws IOException {
    assertThat(
            extraction(Misbehaves.Floods.class, PATIENCE, MEMORY)
                .extract(new ByteArrayInputStream(Samples.pdf("x")), FileType.PDF, text))
        .isEqualTo(Result.FAILED);
    assertThat(Files.size(text)).isLessThanOrEqualTo(4L * ExtractText.LONGEST);
  }

  @Test
  void givesTheProcessNeitherAnEnvironmentNorAFile() throws IOException {
    assertThat(
            extraction(Misbehaves.Tells.class, PATIENCE, MEMORY)
                .extract(new ByteArrayInputStream(Samples.pdf("x")), FileType.PDF, text))
        .isEqualTo(Result.EXTRACTED);
    assertThat(Files.readString(text)).isEqualToIgnoringWhitespace("[] 0 files here");
  }

  @Test
  void provesAtTheStartThatAProcessIsConfined() {
    assertThat(new ChildProcessExtraction(processes, PATIENCE, MEMORY, true).holds()).isTrue();
    assertThat(new ChildProcessExtraction(processes, PATIENCE, MEMORY, false).holds()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesAConfinedProcessEveryWayOut(boolean confined) throws IOException {
    try (var listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      byte[] port = Samples.text(Integer.toString(listening.getLocalPort()));

      Result result =
          new ChildProcessExtraction(processes, PATIENCE, MEMORY, confined, TriesToReachOut.class)
              .extract(new ByteArrayInputStream(port), FileType.PDF, text);

      assertThat(result).isEqualTo(Result.EXTRACTED);
      String got = confined ? "refused" : "reached";
      assertThat(Files.readAllLines(text))
          .containsExactly(
              "connection " + got,
              "datagram " + got,
              "local " + got,
              "program " + got,
              "thread " + got);
    }
  }
}
