package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.DraftEntry;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Leaf;
import io.rapporteur.aggregation.compilation.Manifest;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.meeting.CirculatedDraft;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.ConsultationOpened;
import io.rapporteur.events.EditionCut;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.PublishedComment;
import io.rapporteur.states.PublishedNotice;
import io.rapporteur.states.PublishedRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the compilation is made of, from its view. Thread-safe. */
final class KafkaCompilations implements Compilations {

  /** What a reader waits at most for the fold; then it gets what stands. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  /** Of how many consultations or editions what was read last is held. */
  private static final int HELD = 6;

  private final CompilationView view;
  private final FoldProgress fold;
  private final ParticipantCards cards;
  private final Differences differences;
  private final LastRead<List<List<Comment>>> histories = new LastRead<>(HELD);
  private final LastRead<List<Comment>> published = new LastRead<>(HELD);
  private final SharedEditions shared;

  KafkaCompilations(CompilationView view, FoldProgress fold) {
    this.view = view;
    this.fold = fold;
    this.cards = new ParticipantCards(view.participants, view.groups);
    this.differences = new Differences(view.wordings, view.meetings);
    this.shared = new SharedEditions(view);
  }

  @Override
  public Optional<Consultation> consultation(String id) {
    List<ConsultationEvent> events = view.consultations.startingWith(id + "/");
    return events.isEmpty() ? Optional.empty() : Optional.of(FoldedConsultation.of(events));
  }

  @Override
  public List<Consultation> consultations() {
    return view.consultations.startingWith("").stream()
        .collect(
            Collectors.groupingBy(
                ConsultationEvent::getConsultation, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(FoldedConsultation::of)
        .toList();
  }

  @Override
  public List<Item> items(Consultation consultation) {
    Map<String, RecommendationEvent> events = new HashMap<>();
    for (String document : consultation.documents()) {
      view.recommendations
          .startingWith(document + ".")
          .forEach(event -> events.put(event.getRecommendation(), event));
    }
    var opened =
        (ConsultationOpened)
            view.consultations.startingWith(consultation.id() + "/").getFirst().getFact();
    return FoldedItems.of(opened, events);
  }

  @Override
  public List<DraftEntry> entries(String consultation) {
    return CirculatedDraft.entries(view.meetings.meeting(consultation));
  }

  @Override
  public Optional<List<Stretch>> difference(Comment comment) {
    return differences.of(comment);
  }

  @Override
  public List<List<Comment>> histories(String consultation) {
    return histories.of(progress(), consultation, () -> readHistories(consultation));
  }

  private List<List<Comment>> readHistories(String consultation) {
    Redactions done = view.done(consultation);
    Map<String, Integer> translated = view.secretariat.translated();
    Map<String, List<Comment>> histories = new LinkedHashMap<>();
    view.revisions.each(
        consultation + "/",
        row -> {
          // A card must not hold the row: that is its text.
          String key = row.key();
          String comment = row.value().getComment();
          histories
              .computeIfAbsent(comment, id -> new ArrayList<>())
              .add(
                  CompiledComments.card(
                      row.value(),
                      done.of(row.value()),
                      Integer.toString(translated.getOrDefault(comment, 0)),
                      () -> view.revisions.get(key).flatMap(done::said)));
        });
    return histories.values().stream().map(List::copyOf).toList();
  }

  @Override
  public Optional<Manifest> manifest(String consultation, String edition, Audience audience) {
    return view.whole.manifest(consultation, edition, audience);
  }

  @Override
  public List<Comment> published(String consultation, String edition, Audience audience) {
    return published.of(
        progress(),
        consultation + "/" + edition + "/" + audience,
        () -> readPublished(consultation, edition, audience));
  }

  private List<Comment> readPublished(String consultation, String edition, Audience audience) {
    if (view.whole.isShared(consultation, edition, audience)) {
      return view.cut(consultation, edition)
          .map(cut -> shared.comments(consultation, edition, known(consultation, cut, audience)))
          .orElse(List.of());
    }
    var done =
        new Redactions(
            view.whole.redactions(consultation, audience), view.secretariat::translations);
    List<Comment> published = new ArrayList<>();
    if (edition.equals(Consultation.AS_RECEIVED)) {
      for (CompiledComment text : AsReceived.texts(view.histories(consultation), done)) {
        String key = CountedEvents.key(consultation + "/" + text.getComment(), text.getRevision());
        published.add(
            CompiledComments.cardInPublic(text, () -> view.revisions.get(key).map(done::marked)));
      }
    } else {
      view.published.each(
          consultation + "/" + edition + "/",
          row -> {
            String key = row.key();
            published.add(
                CompiledComments.cardInPublic(
                    marked(row.value(), done),
                    () -> view.published.get(key).map(record -> marked(record, done))));
          });
    }
    return List.copyOf(published);
  }

  /** One that was made before does not bear the marks that were made since. */
  private static CompiledComment marked(PublishedRecord record, Redactions done) {
    CompiledComment text = ((PublishedComment) record.getEntry()).getComment();
    return text.getRedactions().isEmpty() ? done.markedSince(text) : text;
  }

  @Override
  public Optional<List<Comment>> computed(String consultation, String edition, Audience audience) {
    return contents(consultation, edition, audience).map(EditionContents::comments);
  }

  @Override
  public List<Leaf> leaves(String consultation, String edition) {
    // They are of acts, whatever is redacted in the texts.
    return contents(consultation, edition, Audience.EVERYONE)
        .map(EditionContents::leaves)
        .orElse(List.of());
  }

  private Optional<EditionContents> contents(
      String consultation, String edition, Audience audience) {
    return view.cut(consultation, edition)
        .map(
            cut ->
                EditionContents.of(
                    view.histories(consultation), cut, known(consultation, cut, audience)));
  }

  /** What is redacted goes from all editions; translations are those of its own cut. */
  private Redactions known(String consultation, EditionCut cut, Audience audience) {
    return new Redactions(
        view.whole.redactions(consultation, audience),
        comment -> view.secretariat.translations(comment, cut.getRedactionRanks()));
  }

  @Override
  public String redacted(String consultation) {
    return view.whole.redacted(consultation);
  }

  @Override
  public List<Notice> notices(String consultation, String edition, Audience audience) {
    return since(consultation, edition, audience)
        .map(
            notice ->
                new Notice(
                    notice.getComment(),
                    notice.getKind().name().toLowerCase(Locale.ROOT),
                    notice.getAuthor().getParticipant(),
                    Optional.ofNullable(notice.getTarget().getDocument()),
                    Optional.ofNullable(notice.getTarget().getSection()),
                    Optional.ofNullable(notice.getTarget().getRecommendation()),
                    Optional.ofNullable(notice.getTarget().getEntry())))
        .toList();
  }

  private Stream<PublishedNotice> since(String consultation, String edition, Audience audience) {
    if (edition.equals(Consultation.AS_RECEIVED)) {
      return AsReceived.notices(view.histories(consultation)).stream();
    }
    return view.whole.isShared(consultation, edition, audience)
        ? shared.notices(consultation, edition).stream()
        : view.notices.startingWith(consultation + "/" + edition + "/").stream()
            .map(record -> (PublishedNotice) record.getEntry());
  }

  @Override
  public Map<String, String> participants() {
    return cards.classes();
  }

  @Override
  public long progress() {
    return view.reader.progress(
        List.of(
            TopicCatalogue.PARTICIPANT_EVENTS,
            TopicCatalogue.RECOMMENDATION_EVENTS,
            TopicCatalogue.CONSULTATION_EVENTS,
            TopicCatalogue.COMPILED_COMMENTS,
            TopicCatalogue.EDITION_EVENTS,
            TopicCatalogue.PUBLISHED_COMMENTS,
            TopicCatalogue.SECRETARIAT_EVENTS,
            TopicCatalogue.DECISION_EVENTS));
  }

  @Override
  public Map<String, String> names(String language) {
    return cards.names(language);
  }

  @Override
  public int partitions() {
    return TopicCatalogue.COMMENT_EVENTS.partitions();
  }

  @Override
  public boolean freshen() {
    return fold.awaitCaughtUp(MOMENT)
        && view.reader.awaitEnd(
            List.of(
                TopicCatalogue.COMPILED_COMMENTS,
                TopicCatalogue.PARTICIPATION_EVENTS,
                TopicCatalogue.SECRETARIAT_EVENTS),
            MOMENT);
  }

  @Override
  public boolean catchUp() {
    return view.reader.awaitEnd(
        List.of(
            TopicCatalogue.CONSULTATION_EVENTS,
            TopicCatalogue.RECOMMENDATION_EVENTS,
            TopicCatalogue.COMPILED_COMMENTS,
            TopicCatalogue.PUBLISHED_COMMENTS,
            TopicCatalogue.EDITION_EVENTS,
            TopicCatalogue.SECRETARIAT_EVENTS),
        EventLog.PATIENCE);
  }
}
