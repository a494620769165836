package io.rapporteur.comments.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.comments.attachment.FakeStore;
import io.rapporteur.comments.attachment.Samples;
import io.rapporteur.comments.attachment.Upload;
import io.rapporteur.comments.attachment.UploadRequest;
import io.rapporteur.comments.attachment.Uploading;
import io.rapporteur.comments.attachment.Uploading.Outcome;
import io.rapporteur.comments.attachment.Uploads;
import io.rapporteur.comments.attachment.Verdict;
import io.rapporteur.comments.comment.Attachment;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.Fact;
import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.comment.Receipt;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.revision.CanonicalJson;
import io.rapporteur.schemas.topics.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads as two instances of the desk see them on one real log. */
class UploadsOnOneLogTest {

  private static final Verdict CLEAN =
      new Verdict(Verdict.Kind.CLEAN, "one", Optional.empty(), Verdict.Text.EXTRACTED);
  private static final Verdict REFUSED =
      new Verdict(Verdict.Kind.REFUSED, "two", Optional.of("Eicar"), Verdict.Text.NOT_TRIED);

  @TempDir Path folder;
  private final FakeStore store = new FakeStore();

  private final class Instance implements AutoCloseable {

    private final DeskOnLog on;
    private final Desk desk;
    private final Uploading uploading;

    Instance(String name, BrokerAccess access) throws IOException {
      on = new DeskOnLog(folder, name, access);
      desk = on.desk();
      uploading = new Uploading(desk.uploads(), store);
      on.start();
    }

    Outcome keep(String key, String name) throws IOException {
      byte[] file = Samples.png();
      var request =
          new UploadRequest(
              "eg",
              "eg",
              "eg",
              key,
              Instant.EPOCH,
              name,
              null,
              file.length,
              CanonicalJson.sha256(file));
      return uploading.keep(request, Files.write(folder.resolve("file"), file));
    }

    Uploads uploads() {
      assertThat(desk.uploads().catchUp()).isTrue();
      return desk.uploads();
    }

    @Override
    public void close() {
      on.close();
    }
  }

  @Test
  void areOneStoryWhicheverInstanceIsAsked() throws Exception {
    try (CatalogueBroker broker = CatalogueBroker.start(folder.resolve("kafka"));
        Instance one = new Instance("one", broker.access(Principal.COMMENTS));
        Instance two = new Instance("two", broker.access(Principal.COMMENTS))) {

      Upload upload = kept(one.keep("key", "a.png"));
      assertThat(kept(two.keep("key", "a.png"))).isEqualTo(upload);
      assertThat(two.keep("key", "b.png")).isEqualTo(new Outcome.KeyReused());
      assertThat(two.uploads().waiting()).containsExactly(upload);

      // Both judged it; the log counts the first.
      one.uploads().judged(upload, CLEAN, Instant.EPOCH);
      two.uploads().judged(upload, REFUSED, Instant.EPOCH);
      for (Instance each : List.of(one, two)) {
        assertThat(each.uploads().upload(upload.id()).flatMap(Upload::verdict)).contains(CLEAN);
        assertThat(each.uploads().waiting()).isEmpty();
      }

      assertThat(two.uploads().named(upload.id())).isFalse();
      one.desk.comments().append(naming(upload));
      assertThat(two.uploads().named(upload.id())).isTrue();
      assertThat(two.uploading.delete(upload.id(), Optional.of("eg"), "eg", Instant.EPOCH))
          .isEqualTo(new Outcome.InUse());

      Upload alone = kept(one.keep("alone", "a.png"));
      assertThat(two.uploading.delete(alone.id(), Optional.of("eg"), "eg", Instant.EPOCH))
          .isEqualTo(new Outcome.Deleted());
      assertThat(one.uploads().upload(alone.id()).orElseThrow().deleted()).isTrue();
      assertThat(one.uploads().waiting()).isEmpty();
    }
  }

  @Test
  void canBeNamedByTheirDelegationUnlessTheyWereRefused() throws Exception {
    try (CatalogueBroker broker = CatalogueBroker.start(folder.resolve("kafka"));
        Instance one = new Instance("one", broker.access(Principal.COMMENTS))) {
      Upload upload = kept(one.keep("key", "a.png"));

      assertThat(one.desk.attachments().attachment(upload.id(), "eg"))
          .contains(
              new Attachment(upload.id(), "a.png", "image/png", upload.size(), upload.sha256()));
      assertThat(one.desk.attachments().attachment(upload.id(), "br")).isEmpty();
      assertThat(one.desk.attachments().attachment("unknown", "eg")).isEmpty();

      Upload bad = kept(one.keep("bad", "a.png"));
      one.uploads().judged(bad, REFUSED, Instant.EPOCH);
      assertThat(one.desk.attachments().attachment(bad.id(), "eg")).isEmpty();

      // A comment that named it while it waited goes on naming it.
      one.desk.comments().append(naming(bad));
      assertThat(one.desk.attachments().attachment(bad.id(), "eg")).isPresent();
    }
  }

  private static Upload kept(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Kept.class);
    return ((Outcome.Kept) outcome).upload();
  }

  private static Revision naming(Upload upload) {
    var content =
        new Content(
                Kind.SUBSTANTIVE,
                Position.NOT_STATED,
                "text",
                "en",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())
            .with(
                List.of(
                    new Attachment(
                        upload.id(),
                        upload.name(),
                        upload.mediaType(),
                        upload.size(),
                        upload.sha256())));
    return new Revision(
        "comment-of-" + upload.id(),
        1,
        "r",
        "d",
        "eg",
        "k",
        1,
        false,
        Instant.EPOCH,
        Instant.EPOCH,
        new Author("eg", "MEMBER_STATE", Optional.empty()),
        new Target(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
        Optional.empty(),
        new Fact.Said(content, List.of()),
        new Receipt("c", "n", "d", "s"));
  }
}
