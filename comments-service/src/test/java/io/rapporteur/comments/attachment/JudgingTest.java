package io.rapporteur.comments.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.attachment.TextExtraction.Result;
import io.rapporteur.comments.attachment.Verdict.Kind;
import io.rapporteur.comments.attachment.Verdict.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgingTest {

  private static final Instant NOW = Instant.parse("2021-02-01T12:00:00Z");
  private static final String EICAR = "EICAR";

  @TempDir Path folder;
  private final UploadsInMemory uploads = new UploadsInMemory();
  private final FakeStore store = new FakeStore();
  private final FakeScanner scanner = new FakeScanner();
  private Result extracted = Result.EXTRACTED;
  private boolean ready = true;

  private static final class FakeScanner implements Scanner {

    private boolean down;

    @Override
    public String name() {
      return "fake";
    }

    @Override
    public Optional<String> scan(InputStream file) {
      if (down) {
        throw new ScannerUnavailableException("fake: down", null);
      }
      try {
        return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .contains(EICAR)
            ? Optional.of("Eicar")
            : Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Result extract(InputStream file, FileType type, Path text) {
    try {
      Files.writeString(text, "the text");
      return extracted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String uploaded(String key, String text) throws IOException {
    byte[] file = Samples.text("%PDF-1.7 " + text + " %%EOF");
    Path path = Files.write(folder.resolve(key), file);
    var request =
        new UploadRequest(
            "eg",
            "eg",
            "eg",
            key,
            NOW,
            "a.pdf",
            null,
            file.length,
            io.rapporteur.schemas.revision.CanonicalJson.sha256(file));
    new Uploading(uploads, store).keep(request, path);
    return request.attachment();
  }

  private void judge(Optional<Scanner> by) {
    var judging = new Judging(store, by, this::extract, folder);
    new JudgingWhatWaits(uploads, judging, () -> ready, Clock.fixed(NOW, ZoneOffset.UTC))
        .judgeAll();
  }

  @Test
  void judgesNothingBeforeTheLogHasBeenRead() throws IOException {
    String id = uploaded("one", "text");

    ready = false;
    judge(Optional.of(scanner));
    assertThat(uploads.waiting()).extracting(Upload::id).containsExactly(id);
  }

  @Test
  void callsAFileCleanInWhichNothingIsFoundAndKeepsItsText() throws IOException {
    String id = uploaded("one", "text");

    judge(Optional.of(scanner));

    Upload upload = uploads.upload(id).orElseThrow();
    assertThat(upload.verdict())
        .contains(new Verdict(Kind.CLEAN, "fake", Optional.empty(), Text.EXTRACTED));
    assertThat(store.exists(upload.textKey())).isTrue();
  }

  @Test
  void refusesAFileInWhichSomethingIsFoundAndDoesNotReadIt() throws IOException {
    String id = uploaded("one", EICAR);

    judge(Optional.of(scanner));

    Upload upload = uploads.upload(id).orElseThrow();
    assertThat(upload.verdict())
        .contains(new Verdict(Kind.REFUSED, "fake", Optional.of("Eicar"), Text.NOT_TRIED));
    assertThat(store.exists(upload.textKey())).isFalse();
  }

  @Test
  void refusesAFileThatOnlyTheParserKnowsToBeEncrypted() throws IOException {
    extracted = Result.ENCRYPTED;
    String id = uploaded("one", "text");

    judge(Optional.of(scanner));

    assertThat(uploads.upload(id).orElseThrow().is(Kind.REFUSED)).isTrue();
  }

  @Test
  void givesAVerdictAlsoWhereTheTextIsNotToBeHad() throws IOException {
    extracted = Result.FAILED;
    String id = uploaded("one", "text");

    judge(Optional.of(scanner));

    assertThat(uploads.upload(id).orElseThrow().verdict())
        .contains(new Verdict(Kind.CLEAN, "fake", Optional.empty(), Text.FAILED));
  }

  @Test
  void callsAFileNotScannedWhereTheOperatorChoseSo() throws IOException {
    String id = uploaded("one", "text");

    judge(Optional.empty());

    assertThat(uploads.upload(id).orElseThrow().state()).isEqualTo("not-scanned");
  }

  @Test
  void letsFilesWaitWhileTheScannerOrTheStoreIsDown() throws IOException {
    String id = uploaded("one", "text");

    scanner.down = true;
    judge(Optional.of(scanner));
    assertThat(uploads.waiting()).extracting(Upload::id).containsExactly(id);

    scanner.down = false;
    store.down(true);
    judge(Optional.of(scanner));
    assertThat(uploads.waiting()).extracting(Upload::id).containsExactly(id);

    store.down(false);
    judge(Optional.of(scanner));
    assertThat(uploads.waiting()).isEmpty();
  }

  @Test
  void leavesADeletedFileWithoutAVerdict() throws IOException {
    String id = uploaded("one", "text");
    uploads.beforeTheNext(() -> uploads.deleted(uploads.upload(id).orElseThrow(), "eg", NOW));

    judge(Optional.of(scanner));

    assertThat(uploads.upload(id).orElseThrow().deleted()).isTrue();
  }

  @Test
  void servesByTheVerdict() throws IOException {
    String clean = uploaded("clean", "text");
    String bad = uploaded("bad", EICAR);
    var serving = new Serving(store);

    assertThat(serving.answer(uploads.upload(clean).orElseThrow(), true))
        .isEqualTo(Serving.Answer.WAITING);
    judge(Optional.of(scanner));
    assertThat(serving.answer(uploads.upload(clean).orElseThrow(), false))
        .isEqualTo(Serving.Answer.GIVEN);
    assertThat(serving.answer(uploads.upload(bad).orElseThrow(), true))
        .isEqualTo(Serving.Answer.REFUSED);
  }

  @Test
  void servesWhatIsNotScannedToItsOwnDelegationAlone() throws IOException {
    String id = uploaded("one", "text");
    judge(Optional.empty());
    var serving = new Serving(store);

    assertThat(serving.answer(uploads.upload(id).orElseThrow(), true))
        .isEqualTo(Serving.Answer.GIVEN);
    assertThat(serving.answer(uploads.upload(id).orElseThrow(), false))
        .isEqualTo(Serving.Answer.NOT_SCANNED);
  }
}
