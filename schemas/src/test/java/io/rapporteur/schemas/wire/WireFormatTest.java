package io.rapporteur.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapporteur.events.CommentContent;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.events.CommentKind;
import io.rapporteur.events.CommentSubmitted;
import io.rapporteur.events.CommentTarget;
import io.rapporteur.events.CourtesyTranslation;
import io.rapporteur.events.ParticipantClass;
import io.rapporteur.events.Receipt;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireFormatTest {

  private static final int ID = 4711;
  private static final String TOPIC = TopicCatalogue.COMMENT_EVENTS.name();

  @TempDir Path folder;
  private SchemaIds ids = remembering(Path.of("unused"), "");

  @BeforeEach
  void rememberTheSchema() throws IOException {
    Path file = folder.resolve("schema-ids");
    TrustedRecords.declare();
    Schema schema = SchemaIds.withoutJavaHints(CommentEvent.getClassSchema());
    Files.writeString(
        file, TopicCatalogue.COMMENT_EVENTS.subject() + "\t" + ID + "\t" + schema + "\n");
    ids = remembering(file, "");
  }

  private static SchemaIds remembering(Path file, String unused) {
    return new SchemaIds(new SchemaRegistry(URI.create("http://127.0.0.1:9" + unused)), file);
  }

  @Test
  void beginsWithTheMagicByteAndTheSchemaId() {
    byte[] bytes = write(event("text"));

    assertThat(bytes[0]).isZero();
    assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isEqualTo(ID);
    assertThat(reader().deserialize(TOPIC, bytes)).isEqualTo(event("text"));
  }

  @Test
  void remembersTheIdWhileNoRegistryAnswers() {
    assertThat(ids.idToWrite(TopicCatalogue.COMMENT_EVENTS)).isEqualTo(ID);
  }

  @Test
  void saysThatTheRegistryIsUnavailableWhereAnIdIsNew() {
    byte[] bytes = write(event("text"));
    ByteBuffer.wrap(bytes).putInt(1, 99);

    assertThatThrownBy(() -> reader().deserialize(TOPIC, bytes))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void callsBytesThatNoSchemaReadsPoison() {
    byte[] whole = write(event("text"));

    assertThatThrownBy(() -> reader().deserialize(TOPIC, new byte[] {1, 2, 3}))
        .isInstanceOf(PoisonException.class);
    assertThatThrownBy(() -> reader().deserialize(TOPIC, Arrays.copyOf(whole, whole.length - 1)))
        .isInstanceOf(PoisonException.class);
    assertThatThrownBy(() -> reader().deserialize(TOPIC, Arrays.copyOf(whole, whole.length + 1)))
        .isInstanceOf(PoisonException.class);
  }

  @Test
  void neverFailsOtherwiseOnDamagedBytes() {
    var random = new Random(3);
    byte[] whole = write(event("text"));
    for (int run = 0; run < 5_000; run++) {
      byte[] damaged = whole.clone();
      for (int n = 0; n < 3; n++) {
        damaged[5 + random.nextInt(damaged.length - 5)] = (byte) random.nextInt();
      }
      try {
        reader().deserialize(TOPIC, damaged);
      } catch (PoisonException e) {
        assertThat(e.getMessage()).contains("value");
      }
    }
  }

  @Test
  void haltsOnAnEventTypeThatThisVersionDoesNotKnow() throws IOException {
    String newer =
        SchemaIds.withoutJavaHints(CommentEvent.getClassSchema())
            .toString()
            .replace("\"CommentWithdrawn\"", "\"CommentForwarded\"");
    Path file = folder.resolve("newer");
    Files.writeString(file, "\t" + ID + "\t" + newer + "\n");
    CommentEvent withdrawn = event("text");
    withdrawn.setFact(new io.rapporteur.events.CommentWithdrawn());
    byte[] bytes = write(withdrawn);

    var reader =
        new AvroDeserializer<CommentEvent>(remembering(file, ""), CommentEvent.getClassSchema());

    assertThatThrownBy(() -> reader.deserialize(TOPIC, bytes))
        .isInstanceOf(NewerEventException.class);
  }

  @Test
  void keepsTheLargestEventBelowWhatTheBrokerTakes() {
    String longest = "\uD83D\uDD4A".repeat(20_000);
    CommentEvent largest = event(longest);
    CommentContent content = ((CommentSubmitted) largest.getFact()).getContent();
    content.setProposedText(longest);
    content.setRationale(longest);
    content.setQuotation("\uD83D\uDD4A".repeat(2_000));
    content.setTranslations(
        Collections.nCopies(5, new CourtesyTranslation("en", longest, "x".repeat(200))));

    assertThat(write(largest).length).isLessThan(1_048_588 - 10_000);
  }

  private static byte[] write(CommentEvent event) {
    byte[] bytes = new AvroSerializer<CommentEvent>(ID).serialize(TOPIC, event);
    return java.util.Objects.requireNonNull(bytes);
  }

  private AvroDeserializer<CommentEvent> reader() {
    return new AvroDeserializer<>(ids, CommentEvent.getClassSchema());
  }

  private static CommentEvent event(String text) {
    return CommentEvent.newBuilder()
        .setComment("c")
        .setRevision(1)
        .setRequestId("r")
        .setRequestDigest("d")
        .setReceivedAt(Instant.EPOCH)
        .setBy("eg")
        .setConsultation("k")
        .setRound(1)
        .setLate(false)
        .setAuthor(new io.rapporteur.events.Author("eg", ParticipantClass.MEMBER_STATE, null, null))
        .setTarget(new CommentTarget(null, null, null, null, null, null))
        .setReceipt(new Receipt("c", "n", "d", "s"))
        .setFact(
            new CommentSubmitted(
                CommentContent.newBuilder()
                    .setKind(CommentKind.TECHNICAL)
                    .setText(text)
                    .setLanguage("en")
                    .setTranslations(java.util.List.of())
                    .build(),
                java.util.List.of()))
        .build();
  }
}
