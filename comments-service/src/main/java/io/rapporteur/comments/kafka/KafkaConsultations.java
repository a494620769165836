package io.rapporteur.comments.kafka;

import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Consultation.Item;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.ConsultationOpened;
import io.rapporteur.events.DeadlineExtended;
import io.rapporteur.events.GroupRecorded;
import io.rapporteur.events.ParticipantRecorded;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.events.RecommendationPublished;
import io.rapporteur.events.Speaker;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.topics.StandingRecommendation;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wording.WordDifference;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Consultations, recommendations and participants from the desk's own view. A consultation is put
 * together once and kept until the view has read on. Thread-safe.
 */
final class KafkaConsultations implements Consultations {

  private static final List<Topic> TOPICS =
      List.of(
          TopicCatalogue.CONSULTATION_EVENTS,
          TopicCatalogue.RECOMMENDATION_EVENTS,
          TopicCatalogue.PARTICIPANT_EVENTS,
          TopicCatalogue.DECISION_EVENTS);

  private final DeskView view;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  KafkaConsultations(DeskView view) {
    this.view = view;
  }

  @Override
  public Optional<Consultation> consultation(String id) {
    return kept(id).map(Kept::consultation);
  }

  private Optional<Kept> kept(String id) {
    long progress = view.reader.progress(TOPICS);
    Kept known = kept.get(id);
    if (known != null && known.progress == progress) {
      return Optional.of(known);
    }
    List<ConsultationEvent> events = view.consultations.startingWith(id + "/");
    var drafts = new CirculatedDrafts(view.meetings.startingWith(id + "/"));
    Optional<Kept> found =
        put(events, drafts).map(consultation -> new Kept(progress, consultation, drafts));
    found.ifPresent(now -> kept.put(id, now));
    return found;
  }

  @Override
  public Optional<Author> participant(String code) {
    return view.participants
        .get(code)
        .map(event -> (ParticipantRecorded) event.getFact())
        .map(
            card ->
                new Author(
                    code,
                    card.getParticipantClass().name(),
                    Optional.ofNullable(card.getRegionalGroup()).map(Enum::name)));
  }

  @Override
  public Set<String> groupsOf(String participant, Instant at) {
    Map<String, GroupRecorded> cards = new HashMap<>();
    view.groups
        .startingWith("")
        .forEach(event -> cards.put(event.getParticipant(), (GroupRecorded) event.getFact()));
    Set<String> groups = new TreeSet<>();
    cards.forEach(
        (group, card) -> {
          boolean may =
              card.getSpeakers().stream()
                  .filter(speaker -> speaker.getParticipant().equals(participant))
                  .anyMatch(speaker -> holds(speaker, at));
          if (may) {
            groups.add(group);
          }
        });
    return groups;
  }

  private static boolean holds(Speaker speaker, Instant at) {
    return !at.isBefore(speaker.getFrom())
        && (speaker.getUntil() == null || !at.isAfter(speaker.getUntil()));
  }

  @Override
  public Optional<List<Stretch>> difference(Revision revision) {
    Optional<Content> content = revision.content();
    Optional<String> proposed = content.flatMap(Content::proposedText);
    if (proposed.isEmpty()) {
      return Optional.empty();
    }
    String language = content.flatMap(Content::proposedTextLanguage).orElse("");
    return amended(revision, language)
        .map(text -> WordDifference.between(text, proposed.get(), language));
  }

  /** The text that it amends: of an item, or of an entry as it was circulated. */
  private Optional<String> amended(Revision revision, String language) {
    Target target = revision.target();
    return target
        .recommendation()
        .flatMap(
            item -> view.wordings.text(item, target.recommendationVersion().orElse(1), language))
        .or(
            () ->
                target
                    .entry()
                    .flatMap(
                        entry ->
                            kept(revision.consultation())
                                .flatMap(
                                    known ->
                                        known.drafts.text(
                                            entry, target.draftVersion().orElse(1), language))));
  }

  @Override
  public boolean catchUp() {
    return view.reader.awaitEnd(TOPICS, EventLog.PATIENCE);
  }

  private Optional<Consultation> put(List<ConsultationEvent> events, CirculatedDrafts drafts) {
    if (events.isEmpty() || !(events.getFirst().getFact() instanceof ConsultationOpened opened)) {
      return Optional.empty();
    }
    Instant closesAt = opened.getClosesAt();
    Map<String, Instant> extendedFor = new HashMap<>();
    for (ConsultationEvent event : events) {
      if (event.getFact() instanceof DeadlineExtended extended) {
        if (extended.getParticipant() == null) {
          closesAt = extended.getClosesAt();
        } else {
          extendedFor.put(extended.getParticipant(), extended.getClosesAt());
        }
      }
    }
    return Optional.of(
        new Consultation(
            events.getFirst().getConsultation(),
            opened.getDocuments(),
            opened.getRound(),
            opened.getOpensAt(),
            closesAt,
            extendedFor,
            opened.getDocuments().stream().flatMap(d -> items(d).stream()).toList(),
            drafts.draft()));
  }

  private List<Item> items(String document) {
    return view.recommendations.startingWith(document + ".").stream()
        .sorted(Comparator.comparingInt(event -> published(event).getPlace()))
        .filter(event -> published(event).getDocument().equals(document))
        .map(KafkaConsultations::item)
        .toList();
  }

  private static Item item(RecommendationEvent event) {
    StandingRecommendation standing = StandingRecommendation.of(event);
    RecommendationPublished published = standing.card();
    return new Item(
        event.getRecommendation(),
        published.getDocument(),
        published.getSymbol(),
        published.getShortName(),
        published.getSection().getId(),
        published.getParagraph(),
        published.getLabel(),
        standing.printedLabels(),
        published.getVersion(),
        standing.status() == StandingRecommendation.Status.STANDING);
  }

  private static RecommendationPublished published(RecommendationEvent event) {
    return StandingRecommendation.of(event).card();
  }

  private record Kept(long progress, Consultation consultation, CirculatedDrafts drafts) {}
}
