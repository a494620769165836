package io.rapporteur.comments.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapporteur.comments.attachment.Uploading.Outcome;
import io.rapporteur.schemas.revision.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadingTest {

  private static final Instant NOW = Instant.parse("2021-02-01T12:00:00Z");
  private static final Optional<String> EGYPT = Optional.of("eg");
  private static final Optional<String> BRAZIL = Optional.of("br");
  private static final Optional<String> SECRETARIAT = Optional.empty();

  @TempDir Path folder;
  private final UploadsInMemory uploads = new UploadsInMemory();
  private final FakeStore store = new FakeStore();
  private final Uploading uploading = new Uploading(uploads, store);

  private Outcome keep(String key, String name, byte[] file) throws IOException {
    return uploading.keep(request(key, name, file), Files.write(folder.resolve("file"), file));
  }

  private static UploadRequest request(String key, String name, byte[] file) {
    return new UploadRequest(
        "eg", "eg", "eg", key, NOW, name, null, file.length, CanonicalJson.sha256(file));
  }

  private Upload kept(String key) throws IOException {
    Outcome outcome = keep(key, "a.png", Samples.png());
    assertThat(outcome).isInstanceOf(Outcome.Kept.class);
    return ((Outcome.Kept) outcome).upload();
  }

  @Test
  void keepsTheSameBytesOnceUnderTwoIds() throws IOException {
    Upload one = kept("one");
    Upload two = kept("two");

    assertThat(one.id()).isNotEqualTo(two.id());
    assertThat(one.sha256()).isEqualTo(two.sha256());
    assertThat(store.size()).isEqualTo(1);
  }

  @Test
  void answersARetryWithTheFirstOutcome() throws IOException {
    Upload first = kept("one");

    assertThat(kept("one")).isEqualTo(first);
  }

  @Test
  void refusesAKeyThatWasUsedForAnotherFileOrName() throws IOException {
    kept("one");

    assertThat(keep("one", "b.png", Samples.png())).isEqualTo(new Outcome.KeyReused());
    assertThat(keep("one", "a.png", Samples.pdf("x"))).isEqualTo(new Outcome.KeyReused());
  }

  @Test
  void letsTheLogPickOneOfTwoRequestsUnderOneKey() throws IOException {
    uploads.beforeTheNext(
        () -> uploads.received(request("one", "b.png", Samples.png()), "image/png"));

    assertThat(keep("one", "a.png", Samples.png())).isEqualTo(new Outcome.KeyReused());
  }

  @Test
  void changesNothingWhileTheStoreIsDownSoThatARetryCounts() throws IOException {
    store.down(true);
    assertThatThrownBy(() -> kept("one")).isInstanceOf(StoreUnavailableException.class);
    assertThat(uploads.waiting()).isEmpty();

    store.down(false);
    assertThat(kept("one").state()).isEqualTo("waiting");
  }

  @Test
  void changesNothingForAFileThatIsNotTaken() throws IOException {
    assertThat(keep("one", "a.txt", Samples.text("text"))).isInstanceOf(Outcome.Refused.class);
    assertThat(store.size()).isZero();
    assertThat(uploads.waiting()).isEmpty();
  }

  @Test
  void showsAFileToItsDelegationAndToTheSecretariatOnceACommentNamesIt() throws IOException {
    Upload upload = kept("one");

    assertThat(uploading.find(upload.id(), EGYPT, "eg")).isEqualTo(new Outcome.Kept(upload));
    assertThat(uploading.find(upload.id(), BRAZIL, "br")).isEqualTo(new Outcome.NoSuchAttachment());
    assertThat(uploading.find(upload.id(), SECRETARIAT, "secretariat"))
        .isEqualTo(new Outcome.NoSuchAttachment());

    uploads.name(upload.id());
    assertThat(uploading.find(upload.id(), SECRETARIAT, "secretariat"))
        .isEqualTo(new Outcome.Kept(upload));
    assertThat(uploading.find(upload.id(), BRAZIL, "br")).isEqualTo(new Outcome.NoSuchAttachment());
  }

  @Test
  void takesBackAFileThatNoCommentNamesEvenIfItIsJudgedMeanwhile() throws IOException {
    Upload upload = kept("one");
    uploads.beforeTheNext(
        () ->
            uploads.judged(
                upload,
                new Verdict(Verdict.Kind.CLEAN, "fake", Optional.empty(), Verdict.Text.NONE),
                NOW));

    assertThat(uploading.delete(upload.id(), EGYPT, "eg", NOW)).isEqualTo(new Outcome.Deleted());
    assertThat(uploading.find(upload.id(), EGYPT, "eg")).isEqualTo(new Outcome.NoSuchAttachment());
    assertThat(uploading.delete(upload.id(), EGYPT, "eg", NOW))
        .isEqualTo(new Outcome.NoSuchAttachment());
  }

  @Test
  void takesBackNeitherAnothersFileNorOneThatACommentNames() throws IOException {
    Upload upload = kept("one");
    assertThat(uploading.delete(upload.id(), BRAZIL, "br", NOW))
        .isEqualTo(new Outcome.NoSuchAttachment());

    uploads.name(upload.id());
    assertThat(uploading.delete(upload.id(), EGYPT, "eg", NOW)).isEqualTo(new Outcome.InUse());
    assertThat(uploads.upload(upload.id()).orElseThrow().deleted()).isFalse();
  }
}
