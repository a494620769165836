package io.rapporteur.aggregation.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Leaf;
import io.rapporteur.aggregation.compilation.Manifest;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.meeting.Card;
import io.rapporteur.aggregation.meeting.Meetings;
import io.rapporteur.aggregation.meeting.Step;
import io.rapporteur.aggregation.meeting.Surroundings;
import io.rapporteur.aggregation.meeting.Wording;
import io.rapporteur.aggregation.meeting.kafka.KafkaMeetings;
import io.rapporteur.aggregation.meeting.kafka.KafkaSurroundings;
import io.rapporteur.aggregation.receipts.HandedIn;
import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.events.Author;
import io.rapporteur.events.CommentContent;
import io.rapporteur.events.CommentKind;
import io.rapporteur.events.CommentTarget;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.ConsultationOpened;
import io.rapporteur.events.DecisionEvent;
import io.rapporteur.events.EditionCut;
import io.rapporteur.events.EditionEvent;
import io.rapporteur.events.EditionPublished;
import io.rapporteur.events.EditionReady;
import io.rapporteur.events.ParticipantClass;
import io.rapporteur.events.ParticipantEvent;
import io.rapporteur.events.ParticipantName;
import io.rapporteur.events.ParticipantRecorded;
import io.rapporteur.events.ParticipationEvent;
import io.rapporteur.events.Receipt;
import io.rapporteur.events.SubmissionHandedIn;
import io.rapporteur.schemas.http.Notices;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.EditionMarker;
import io.rapporteur.states.LogPlace;
import io.rapporteur.states.NoticeKind;
import io.rapporteur.states.PublishedComment;
import io.rapporteur.states.PublishedNotice;
import io.rapporteur.states.PublishedRecord;
import io.rapporteur.states.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the ports of the read model answer of a real log, wherever their view is kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReadModelContract {

  private static final Instant NOON = Instant.parse("2021-02-01T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private CatalogueBroker broker;
  private SchemaIds ids;
  private CompilationView view;
  private FoldProgress fold;
  private KafkaCompilations compilations;
  private EventLog<DecisionEvent> decisions;

  /** An empty store. */
  abstract ViewStore store(Path folder);

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    broker = CatalogueBroker.start(folder.resolve("broker"));
    ids = RememberedSchemas.in(folder.resolve("schema-ids"));
    view =
        new CompilationView(
            store(folder.resolve("view")), broker.access(Principal.AGGREGATION), ids);
    fold = new FoldProgress(broker.access(Principal.AGGREGATION));
    compilations = new KafkaCompilations(view, fold);
    decisions = log(TopicCatalogue.DECISION_EVENTS, Principal.AGGREGATION);
    view.reader.start();
    await().atMost(PATIENCE).until(view.reader::ready);
  }

  @AfterAll
  void stop() {
    decisions.close();
    fold.close();
    view.reader.close();
    broker.close();
  }

  @Test
  void aConsultationIsThereWithItsEditionsOnceItWasOpened() {
    assertThat(compilations.consultation("opened")).isEmpty();

    open("opened");
    tell(
        TopicCatalogue.CONSULTATION_EVENTS,
        Principal.INGEST,
        "opened",
        consultation(
            "opened", 2, EditionPublished.newBuilder().setEdition("first").setCutAt(NOON).build()));
    // Void: the second revision has been made.
    tell(
        TopicCatalogue.CONSULTATION_EVENTS,
        Principal.INGEST,
        "opened",
        consultation(
            "opened", 2, EditionPublished.newBuilder().setEdition("never").setCutAt(NOON).build()));

    Consultation opened = compilations.consultation("opened").orElseThrow();
    assertThat(opened.documents()).containsExactly("doc");
    assertThat(opened.editions()).extracting(Consultation.Edition::name).containsExactly("first");
    assertThat(compilations.consultation("open")).isEmpty();
    assertThat(compilations.consultations()).extracting(Consultation::id).contains("opened");
  }

  @Test
  void historiesTellTheRevisionsOfEachCommentInTheirOrderHoweverTheyCame() {
    compiled(revision("told", "b", 2, "second"));
    compiled(revision("told", "a", 1, "only"));
    compiled(revision("told", "b", 1, "first"));
    compiled(revision("told", "b", 1, "first"));
    for (int n = 3; n <= 11; n++) {
      compiled(revision("told", "b", n, "text " + n));
    }
    compiled(revision("told2", "c", 1, "of another"));

    List<List<Comment>> histories = compilations.histories("told");

    assertThat(histories).hasSize(2);
    assertThat(histories.get(0)).extracting(Comment::id, Comment::revision).hasSize(1);
    assertThat(histories.get(1))
        .extracting(Comment::revision)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(histories.get(1).get(1).said().text()).isEqualTo("second");
    assertThat(histories.get(0).getFirst().saying().language()).isEqualTo("en");
    assertThat(compilations.histories("tol")).isEmpty();
  }

  @Test
  void anEditionIsThereOnceItsMarkerIsAndAWithdrawnTextLeavesASentence() {
    CompiledComment kept = revision("public", "a", 1, "kept");
    CompiledComment gone = revision("public", "b", 1, "gone");
    publish("public", "a", new PublishedComment(kept));
    publish("public", "b", new PublishedComment(gone));
    assertThat(compilations.manifest("public", "first")).isEmpty();
    publish("public", "public/first", new EditionMarker(2, "digest", "root", "manifest"));

    assertThat(compilations.manifest("public", "first"))
        .contains(new Manifest("first", 2, "digest", "root", "manifest"));
    List<Comment> before = compilations.published("public", "first");
    assertThat(before).extracting(c -> c.said().text()).containsExactly("kept", "gone");
    assertThat(compilations.published("public", "firs")).isEmpty();

    publish(
        "public",
        "b",
        new PublishedNotice("b", NoticeKind.WITHDRAWN, gone.getAuthor(), gone.getTarget()));

    assertThat(compilations.published("public", "first"))
        .extracting(c -> c.said().text())
        .containsExactly("kept");
    assertThat(compilations.notices("public", "first"))
        .extracting(Notice::comment, Notice::kind)
        .containsExactly(tuple("b", "withdrawn"));
    // Who was reading meanwhile.
    assertThat(before.get(1).said().text()).isEqualTo(Notices.WITHDRAWN_SINCE);
    assertThat(before.get(0).said().text()).isEqualTo("kept");
  }

  @Test
  void anEditionIsComputedAgainFromItsCut() {
    compiled(revision("cut", "a", 1, "before"));
    compiled(revision("cut", "a", 2, "after"));
    assertThat(compilations.computed("cut", "first")).isEmpty();
    List<Long> ranks = Collections.nCopies(TopicCatalogue.COMMENT_EVENTS.partitions(), 0L);
    List<Long> first = new ArrayList<>(ranks);
    first.set(0, 1L);
    tell(
        TopicCatalogue.EDITION_EVENTS,
        Principal.AGGREGATION,
        "cut/first",
        new EditionEvent("cut", "first", 1, NOON, cut(first)));
    // Of two that say it, the first counts.
    tell(
        TopicCatalogue.EDITION_EVENTS,
        Principal.AGGREGATION,
        "cut/first",
        new EditionEvent("cut", "first", 1, NOON, cut(ranks)));

    assertThat(compilations.computed("cut", "first").orElseThrow())
        .extracting(c -> c.said().text())
        .containsExactly("before");
    assertThat(compilations.leaves("cut", "first")).containsExactly(new Leaf("a", 1, "digest 1"));
  }

  @Test
  void anEditionForParticipantsIsThereOnceAllThatItIsMadeOfHasBeenRead() {
    compiled(revision("shared", "a", 1, "text"));
    List<Long> ranks =
        new ArrayList<>(Collections.nCopies(TopicCatalogue.COMMENT_EVENTS.partitions(), 0L));
    ranks.set(0, 2L);
    editionOf("shared", 1, cut(ranks));
    assertThat(shared(Audience.PARTICIPANTS)).isEmpty();
    editionOf("shared", 2, new EditionReady(1, "digest", "root", "manifest"));

    assertThat(shared(Audience.PARTICIPANTS)).isEmpty();

    compiled(revision("shared", "a", 2, "more"));

    assertThat(shared(Audience.PARTICIPANTS))
        .contains(new Manifest("first", 1, "digest", "root", "manifest"));
    assertThat(shared(Audience.EVERYONE)).isEmpty();
    assertThat(compilations.published("shared", "first", Audience.PARTICIPANTS))
        .extracting(comment -> comment.said().text())
        .containsExactly("more");
    assertThat(compilations.published("shared", "first")).isEmpty();

    publish("shared", "shared/first", new EditionMarker(1, "digest", "root", "manifest"));

    assertThat(shared(Audience.EVERYONE)).isEqualTo(shared(Audience.PARTICIPANTS)).isPresent();
  }

  private Optional<Manifest> shared(Audience audience) {
    return compilations.manifest("shared", "first", audience);
  }

  private void editionOf(String consultation, int revision, Object fact) {
    tell(
        TopicCatalogue.EDITION_EVENTS,
        Principal.AGGREGATION,
        consultation + "/first",
        new EditionEvent(consultation, "first", revision, NOON, fact));
  }

  @Test
  void participantsHaveTheirLastNamesInTheLanguageOrInEnglish() {
    tell(TopicCatalogue.PARTICIPANT_EVENTS, Principal.INGEST, "tr", participant("tr", 1, "Turkey"));
    tell(
        TopicCatalogue.PARTICIPANT_EVENTS, Principal.INGEST, "tr", participant("tr", 2, "Türkiye"));

    assertThat(compilations.names("en")).containsEntry("tr", "Türkiye");
    assertThat(compilations.names("ru")).containsEntry("tr", "Türkiye");
    assertThat(compilations.participants()).containsEntry("tr", "member-state");
    Surroundings surroundings = new KafkaSurroundings(view.meetings);
    assertThat(surroundings.participantClass("tr")).contains("member-state");
    assertThat(surroundings.participantClass("xx")).isEmpty();
  }

  @Test
  void progressGrowsWithTheLogAndItsEndCanBeWaitedFor() {
    long before = compilations.progress();
    compiled(revision("further", "a", 1, "text"));

    assertThat(compilations.catchUp()).isTrue();
    assertThat(compilations.progress()).isGreaterThan(before);
    assertThat(compilations.partitions()).isEqualTo(TopicCatalogue.COMMENT_EVENTS.partitions());
    // Nothing folds comments here, and so nothing is said to be folded but an empty log.
    assertThat(compilations.freshen()).isTrue();
  }

  @Test
  void submissionsAreInTheRegisterOfTheirConsultation() {
    tell(
        TopicCatalogue.PARTICIPATION_EVENTS,
        Principal.COMMENTS,
        "eg",
        new ParticipationEvent(
            "eg", "submission/s1", 1, "request", "digest", NOON, "eg", submission("handed")));

    HandedIn handedIn = new KafkaHandedIn(view);
    assertThat(handedIn.in("handed"))
        .singleElement()
        .satisfies(
            receipt -> {
              assertThat(receipt.submission()).contains("s1");
              assertThat(receipt.receipt().signature()).isEqualTo("signature");
            });
    assertThat(handedIn.in("hand")).isEmpty();
  }

  @Test
  void aMeetingIsWhatItsCountedStepsMakeOfIt() {
    open("met");
    Meetings meetings = new KafkaMeetings(view.meetings, view.reader, decisions);
    assertThat(meetings.meeting("met").revision()).isZero();

    meetings.append(step("met", 1, "one"));
    meetings.append(step("met", 1, "too late"));
    meetings.append(step("met", 2, "two"));

    assertThat(meetings.catchUp()).isTrue();
    assertThat(meetings.meeting("met").revision()).isEqualTo(2);
    assertThat(meetings.meeting("met").entries())
        .extracting(entry -> entry.wording().texts().get("en"))
        .containsExactly("one", "two");
    assertThat(meetings.meeting("me").revision()).isZero();
    assertThat(new KafkaSurroundings(view.meetings).zone("met"))
        .isEqualTo(ZoneId.of("Europe/Vienna"));
  }

  private void open(String consultation) {
    tell(
        TopicCatalogue.CONSULTATION_EVENTS,
        Principal.INGEST,
        consultation,
        consultation(
            consultation,
            1,
            ConsultationOpened.newBuilder()
                .setTitles(Map.of("en", "Stocktaking"))
                .setDocuments(List.of("doc"))
                .setRound(1)
                .setOpensAt(NOON)
                .setClosesAt(NOON)
                .setZone("Europe/Vienna")
                .build()));
  }

  private static ConsultationEvent consultation(String id, int revision, Object fact) {
    return new ConsultationEvent(id, revision, "request", "digest", NOON, "secretariat", fact);
  }

  private static EditionCut cut(List<Long> ranks) {
    return EditionCut.newBuilder().setCutAt(NOON.plusSeconds(60)).setRanks(ranks).build();
  }

  private static ParticipantEvent participant(String code, int revision, String name) {
    return new ParticipantEvent(
        code,
        revision,
        "request",
        "digest",
        NOON,
        "secretariat",
        ParticipantRecorded.newBuilder()
            .setParticipantClass(ParticipantClass.MEMBER_STATE)
            .setAdmittedAs("Member State")
            .setNames(Map.of("en", new ParticipantName(name, "Republic of " + name)))
            .build());
  }

  private static Author author() {
    return Author.newBuilder()
        .setParticipant("eg")
        .setParticipantClass(ParticipantClass.MEMBER_STATE)
        .build();
  }

  private static SubmissionHandedIn submission(String consultation) {
    return SubmissionHandedIn.newBuilder()
        .setConsultation(consultation)
        .setRound(1)
        .setLate(false)
        .setAuthor(author())
        .setComments(1)
        .setDigest("digest")
        .setReceipt(new Receipt("CODE", "nonce", "digest", "signature"))
        .build();
  }

  /** A revision whose text is in force; all stand one after the other in the first partition. */
  private static CompiledComment revision(
      String consultation, String comment, int number, String text) {
    return CompiledComment.newBuilder()
        .setComment(comment)
        .setRevision(number)
        .setStanding(Standing.STANDING)
        .setConsultation(consultation)
        .setRound(1)
        .setLate(false)
        .setSubmittedAt(NOON)
        .setReceivedAt(NOON)
        .setAuthor(author())
        .setTarget(CommentTarget.newBuilder().setDocument("doc").build())
        .setContent(
            CommentContent.newBuilder()
                .setKind(CommentKind.SUBSTANTIVE)
                .setText(text)
                .setLanguage("en")
                .setTranslations(List.of())
                .build())
        .setText(number)
        .setAct("submitted")
        .setReceipt(new Receipt("CODE", "nonce", "digest " + number, "signature"))
        .setPlace(new LogPlace(0, number - 1L, NOON))
        .build();
  }

  private static Step step(String consultation, int number, String text) {
    return new Step(
        consultation,
        number,
        "request " + text,
        "digest",
        NOON,
        "the-chair",
        "chair",
        new Step.Proposed(
            List.of(
                new Card(
                    consultation + ".entry-" + number,
                    new Wording(Map.of("en", text), "en"),
                    List.of(),
                    false))));
  }

  private void compiled(CompiledComment revision) {
    tell(
        TopicCatalogue.COMPILED_COMMENTS,
        Principal.AGGREGATION,
        revision.getComment() + "/" + revision.getRevision(),
        revision);
  }

  private void publish(String consultation, String key, Object entry) {
    tell(
        TopicCatalogue.PUBLISHED_COMMENTS,
        Principal.AGGREGATION,
        key,
        new PublishedRecord(consultation, "first", entry));
  }

  /** Appends, and waits until the view has read it. */
  private <T extends SpecificRecord> void tell(
      Topic topic, Principal writer, String key, T record) {
    try (EventLog<T> log = log(topic, writer)) {
      assertThat(view.reader.await(log.append(key, record), PATIENCE)).isTrue();
    }
  }

  private <T extends SpecificRecord> EventLog<T> log(Topic topic, Principal writer) {
    return new EventLog<>(topic, broker.access(writer), ids, Clock.systemUTC(), new ClockSkew());
  }
}
