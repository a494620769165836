package io.rapporteur.aggregation.kafka;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.events.Author;
import io.rapporteur.events.CommentContent;
import io.rapporteur.events.CommentKind;
import io.rapporteur.events.CommentTarget;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.ConsultationOpened;
import io.rapporteur.events.EditionAudience;
import io.rapporteur.events.EditionCut;
import io.rapporteur.events.EditionOpened;
import io.rapporteur.events.EditionPublished;
import io.rapporteur.events.ParticipantClass;
import io.rapporteur.events.Receipt;
import io.rapporteur.events.VisibilityPolicy;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.Partitioning;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.LogPlace;
import io.rapporteur.states.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A real log with what other services and the fold would write into it. */
final class SharedLog implements AutoCloseable {

  static final String CONSULTATION = "k";

  /** Editions are made of what was received a while ago. */
  private final Instant past = Instant.now().minusSeconds(600);

  final CatalogueBroker broker;
  private final EventLog<ConsultationEvent> consultations;
  private final EventLog<CompiledComment> compiled;
  private final Partitioning byComment = Partitioning.byFirstPart(TopicCatalogue.COMPILED_COMMENTS);
  private final Map<Integer, Long> ranks = new HashMap<>();
  private final Map<String, CompiledComment> last = new HashMap<>();
  private int changes;
  private int acts;

  SharedLog(Path folder) throws IOException {
    broker = CatalogueBroker.start(folder.resolve("broker"));
    SchemaIds ids = RememberedSchemas.in(folder.resolve("others").resolve("schema-ids"));
    Clock clock = Clock.systemUTC();
    consultations =
        new EventLog<>(
            TopicCatalogue.CONSULTATION_EVENTS,
            broker.access(Principal.INGEST),
            ids,
            clock,
            new ClockSkew());
    compiled =
        new EventLog<>(
            TopicCatalogue.COMPILED_COMMENTS,
            byComment,
            broker.access(Principal.AGGREGATION),
            ids,
            clock,
            new ClockSkew());
  }

  /** The consultation is opened. */
  void open(VisibilityPolicy visibility) {
    change(
        new ConsultationOpened(
            Map.of("en", "A test"),
            List.of("doc"),
            1,
            Instant.EPOCH,
            Instant.EPOCH,
            "UTC",
            Map.of(),
            visibility));
  }

  /** When the next act is received. */
  private Instant next() {
    return past.plusSeconds(acts++);
  }

  void publish(String edition, @Nullable String corrects) {
    change(new EditionPublished(edition, next(), "a test", corrects, EditionAudience.EVERYONE));
  }

  /** An edition for participants. */
  Instant share(String edition, @Nullable String corrects) {
    Instant cutAt = next();
    change(new EditionPublished(edition, cutAt, "a test", corrects, EditionAudience.PARTICIPANTS));
    return cutAt;
  }

  /** An edition for participants is opened to everyone. */
  void openToEveryone(String edition) {
    change(new EditionOpened(edition, null));
  }

  private void change(Object fact) {
    changes++;
    consultations.append(
        CONSULTATION,
        ConsultationEvent.newBuilder()
            .setConsultation(CONSULTATION)
            .setRevision(changes)
            .setRequestId("r" + changes)
            .setRequestDigest("d")
            .setOccurredAt(next())
            .setBy("secretariat")
            .setFact(fact)
            .build());
  }

  /** The cut of all that was said until now; its time is to be set. */
  EditionCut cut() {
    List<Long> all = new ArrayList<>();
    for (int p = 0; p < TopicCatalogue.COMMENT_EVENTS.partitions(); p++) {
      all.add(ranks.getOrDefault(p, 0L));
    }
    return EditionCut.newBuilder()
        .setCutAt(Instant.EPOCH)
        .setRanks(all)
        .setRedactionRanks(Collections.nCopies(TopicCatalogue.SECRETARIAT_EVENTS.partitions(), 0L))
        .build();
  }

  /** The last revision of a comment. */
  CompiledComment last(String comment) {
    return Objects.requireNonNull(last.get(comment));
  }

  /** A comment is handed in, or revised; it is in force. */
  void say(String comment, String participant, String text) {
    CompiledComment revision = revision(comment, participant);
    revision.setContent(
        CommentContent.newBuilder()
            .setKind(CommentKind.SUBSTANTIVE)
            .setText(text)
            .setLanguage("en")
            .setTranslations(List.of())
            .setProposedText("as " + text)
            .setProposedTextLanguage("en")
            .build());
    revision.setText(revision.getRevision());
    append(revision);
  }

  /** A text comes late, and waits. */
  void sayLate(String comment, String participant, String text) {
    CompiledComment revision = revision(comment, participant);
    revision.setLate(true);
    revision.setContent(
        CommentContent.newBuilder()
            .setKind(CommentKind.SUBSTANTIVE)
            .setText(text)
            .setLanguage("en")
            .setTranslations(List.of())
            .build());
    revision.setWaiting(revision.getRevision());
    append(revision);
  }

  /** The text that waits is accepted, or refused. */
  void decide(String comment, String participant, boolean accepted) {
    CompiledComment revision = revision(comment, participant);
    if (accepted) {
      revision.setText(revision.getWaiting());
    }
    revision.setWaiting(0);
    append(revision);
  }

  void withdraw(String comment, String participant) {
    CompiledComment revision = revision(comment, participant);
    revision.setStanding(Standing.WITHDRAWN);
    revision.setText(0);
    append(revision);
  }

  private CompiledComment revision(String comment, String participant) {
    CompiledComment before = last.get(comment);
    Instant received = next();
    int partition = byComment.partition(comment + "/1");
    long rank = ranks.merge(partition, 1L, Long::sum) - 1;
    int number = before == null ? 1 : before.getRevision() + 1;
    return CompiledComment.newBuilder()
        .setComment(comment)
        .setRevision(number)
        .setStanding(Standing.STANDING)
        .setConsultation(CONSULTATION)
        .setRound(1)
        .setLate(false)
        .setSubmittedAt(received)
        .setReceivedAt(received)
        .setAuthor(new Author(participant, ParticipantClass.MEMBER_STATE, null, null))
        .setTarget(new CommentTarget("doc", null, null, null, null, null))
        .setText(before == null ? 0 : before.getText())
        .setWaiting(before == null ? 0 : before.getWaiting())
        .setAct("submitted")
        .setReceipt(new Receipt("code", "nonce", "%064d".formatted(acts), "signature"))
        .setPlace(new LogPlace(partition, rank, received))
        .build();
  }

  private void append(CompiledComment revision) {
    last.put(revision.getComment(), revision);
    compiled.append(revision.getComment() + "/" + revision.getRevision(), revision);
  }

  @Override
  public void close() {
    consultations.close();
    compiled.close();
    broker.close();
  }
}
