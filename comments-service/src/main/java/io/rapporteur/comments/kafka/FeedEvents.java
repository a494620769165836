package io.rapporteur.comments.kafka;

import io.rapporteur.comments.feed.Detail;
import io.rapporteur.comments.feed.Entry;
import io.rapporteur.comments.feed.Kind;
import io.rapporteur.comments.feed.Told;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.ConsultationOpened;
import io.rapporteur.events.CorrigendumIssued;
import io.rapporteur.events.DeadlineExtended;
import io.rapporteur.events.DecisionEvent;
import io.rapporteur.events.DraftCirculated;
import io.rapporteur.events.EditionAudience;
import io.rapporteur.events.EditionOpened;
import io.rapporteur.events.EditionPublished;
import io.rapporteur.events.LanguageVersionPublished;
import io.rapporteur.events.ListAdopted;
import io.rapporteur.events.ParticipationEvent;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.events.RecommendationPublished;
import io.rapporteur.events.RecommendationReworded;
import io.rapporteur.events.RecommendationWithdrawn;
import io.rapporteur.events.RecommendationsMerged;
import io.rapporteur.events.SilenceBroken;
import io.rapporteur.events.SilenceEvent;
import io.rapporteur.events.SilenceExtended;
import io.rapporteur.events.SilenceKept;
import io.rapporteur.events.SilenceQuestionPut;
import io.rapporteur.events.SilenceWithdrawn;
import io.rapporteur.events.SubmissionAdded;
import io.rapporteur.events.SubmissionHandedIn;
import io.rapporteur.events.TranscriptionFixed;
import io.rapporteur.schemas.joint.JointText;
import io.rapporteur.schemas.topics.StandingRecommendation;
import io.rapporteur.states.Arrival;
import io.rapporteur.states.FeedComment;
import io.rapporteur.states.FoldedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is told of events other than those of comments: submissions to their participant, a deadline
 * for one to that one, what is public to everyone; who is granted sight to nobody here. Of a
 * meeting what all who take part get: each version of its draft that is circulated, and the adopted
 * list; what is prepared, and decisions one by one, are read at their door.
 */
final class FeedEvents {

  /** Everyone here signs in, and so reads such an edition. */
  private static final String PARTICIPANTS = "participants";

  private FeedEvents() {}

  static List<Told> told(ParticipationEvent event) {
    return switch (event.getFact()) {
      case SubmissionHandedIn handedIn ->
          List.of(
              new Told(
                  event.getParticipant(),
                  submission(
                      Kind.SUBMISSION_HANDED_IN, event, ParticipationTables.act(event), handedIn)));
      case SubmissionAdded added ->
          List.of(
              new Told(
                  event.getParticipant(),
                  submission(
                          Kind.SUBMISSION_ADDED_TO,
                          event,
                          added.getSubmission(),
                          added.getAddition())
                      .with(Detail.ADDITION, ParticipationTables.act(event))));
      default -> List.of();
    };
  }

  private static Entry submission(
      Kind kind, ParticipationEvent event, String submission, SubmissionHandedIn handedIn) {
    Entry entry =
        Entry.of(kind, event.getReceivedAt(), submission)
            .with(Detail.CONSULTATION, handedIn.getConsultation())
            .with(Detail.PARTICIPANT, event.getParticipant());
    return handedIn.getLate() ? entry.with(Detail.LATE, true) : entry;
  }

  /** Who objected, and whom the question reached, is no news to the others. */
  static List<Told> told(SilenceEvent event, SilenceQuestionPut question) {
    return news(event).stream()
        .flatMap(entry -> question.getMembers().stream().map(member -> new Told(member, entry)))
        .toList();
  }

  private static Optional<Entry> news(SilenceEvent event) {
    return switch (event.getFact()) {
      case SilenceQuestionPut put ->
          Optional.of(question(Kind.QUESTION_PUT, event).with(Detail.CLOSES_AT, put.getClosesAt()));
      case SilenceExtended extended ->
          Optional.of(
              question(Kind.QUESTION_EXTENDED, event)
                  .with(Detail.CLOSES_AT, extended.getClosesAt()));
      case SilenceBroken broken when !broken.getLate() ->
          Optional.of(question(Kind.SILENCE_BROKEN, event));
      case SilenceWithdrawn withdrawn -> Optional.of(question(Kind.QUESTION_WITHDRAWN, event));
      case SilenceKept kept -> Optional.of(question(Kind.SILENCE_KEPT, event));
      default -> Optional.empty();
    };
  }

  private static Entry question(Kind kind, SilenceEvent event) {
    return Entry.of(kind, event.getReceivedAt(), event.getQuestion());
  }

  static List<Told> told(ConsultationEvent event) {
    return switch (event.getFact()) {
      case ConsultationOpened opened ->
          everyone(
              consultation(Kind.CONSULTATION_OPENED, event)
                  .with(Detail.ROUND, opened.getRound())
                  .with(Detail.CLOSES_AT, opened.getClosesAt()));
      case DeadlineExtended extended -> {
        Entry entry =
            consultation(Kind.DEADLINE_EXTENDED, event)
                .with(Detail.CLOSES_AT, extended.getClosesAt());
        String alone = extended.getParticipant();
        yield alone == null
            ? everyone(entry)
            : List.of(new Told(alone, entry.with(Detail.PARTICIPANT, alone)));
      }
      case EditionPublished published -> {
        Entry entry =
            consultation(Kind.EDITION_PUBLISHED, event)
                .with(Detail.EDITION, published.getEdition());
        yield everyone(
            published.getAudience() == EditionAudience.PARTICIPANTS
                ? entry.with(Detail.AUDIENCE, PARTICIPANTS)
                : entry);
      }
      case EditionOpened opened ->
          everyone(
              consultation(Kind.EDITION_OPENED, event).with(Detail.EDITION, opened.getEdition()));
      default -> List.of();
    };
  }

  private static Entry consultation(Kind kind, ConsultationEvent event) {
    return Entry.of(kind, event.getOccurredAt(), event.getConsultation());
  }

  static List<Told> told(DecisionEvent event) {
    return switch (event.getFact()) {
      case DraftCirculated circulated -> {
        Entry entry =
            meeting(Kind.DRAFT_CIRCULATED, event)
                .with(Detail.DRAFT_VERSION, circulated.getVersion());
        Instant until = circulated.getCommentsUntil();
        yield everyone(until == null ? entry : entry.with(Detail.COMMENTS_UNTIL, until));
      }
      case ListAdopted adopted ->
          everyone(meeting(Kind.LIST_ADOPTED, event).with(Detail.LANGUAGE, adopted.getLanguage()));
      default -> List.of();
    };
  }

  private static Entry meeting(Kind kind, DecisionEvent event) {
    return Entry.of(kind, event.getReceivedAt(), event.getConsultation());
  }

  static List<Told> told(RecommendationEvent event) {
    RecommendationPublished card = StandingRecommendation.of(event).card();
    Entry entry =
        Entry.of(kind(event), event.getOccurredAt(), event.getRecommendation())
            .with(Detail.DOCUMENT, card.getDocument())
            .with(Detail.VERSION, card.getVersion());
    return everyone(
        switch (event.getFact()) {
          case LanguageVersionPublished more -> entry.with(Detail.LANGUAGE, more.getLanguage());
          case RecommendationsMerged merged -> entry.with(Detail.INTO, merged.getInto());
          default -> entry;
        });
  }

  private static Kind kind(RecommendationEvent event) {
    return switch (event.getFact()) {
      case RecommendationPublished published -> Kind.RECOMMENDATION_PUBLISHED;
      case TranscriptionFixed fixed -> Kind.RECOMMENDATION_TRANSCRIPTION_FIXED;
      case CorrigendumIssued corrected -> Kind.RECOMMENDATION_CORRECTED;
      case RecommendationReworded reworded -> Kind.RECOMMENDATION_REWORDED;
      case LanguageVersionPublished more -> Kind.RECOMMENDATION_IN_ANOTHER_LANGUAGE;
      case RecommendationWithdrawn withdrawn -> Kind.RECOMMENDATION_WITHDRAWN;
      case RecommendationsMerged merged -> Kind.RECOMMENDATION_MERGED;
      default ->
          throw new IllegalStateException("fact: unknown (expected: one of the event's union)");
    };
  }

  private static List<Told> everyone(Entry entry) {
    return List.of(new Told(Told.EVERYONE, entry));
  }

  static FeedComment comment(JointText text) {
    Map<String, List<Integer>> coSponsors = new HashMap<>();
    text.coSponsors().forEach((code, joined) -> coSponsors.put(code, new ArrayList<>(joined)));
    return new FeedComment(
        text.last(),
        text.inForce(),
        text.texts().entrySet().stream()
            .map(
                entry ->
                    new FoldedText(entry.getKey(), Arrival.valueOf(entry.getValue().name()), null))
            .toList(),
        coSponsors);
  }

  static JointText jointText(FeedComment comment) {
    SortedMap<Integer, JointText.Arrival> texts = new TreeMap<>();
    comment
        .getTexts()
        .forEach(
            text ->
                texts.put(text.getRevision(), JointText.Arrival.valueOf(text.getArrival().name())));
    SortedMap<String, SortedSet<Integer>> coSponsors = new TreeMap<>();
    comment.getCoSponsors().forEach((code, joined) -> coSponsors.put(code, new TreeSet<>(joined)));
    return new JointText(comment.getLast(), comment.getInForce(), texts, coSponsors);
  }
}
