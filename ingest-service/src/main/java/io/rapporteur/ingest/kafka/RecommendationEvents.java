package io.rapporteur.ingest.kafka;

import io.rapporteur.events.CorrigendumIssued;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.events.RecommendationPublished;
import io.rapporteur.events.RecommendationReworded;
import io.rapporteur.events.RecommendationWithdrawn;
import io.rapporteur.events.RecommendationsMerged;
import io.rapporteur.events.TranscriptionFixed;
import io.rapporteur.ingest.documents.Change;
import io.rapporteur.ingest.documents.PublicationStep;
import io.rapporteur.ingest.documents.Recommendation;
import io.rapporteur.ingest.documents.Recommendation.Status;
import io.rapporteur.schemas.topics.StandingRecommendation;

/** From recommendations to events and back. */
final class RecommendationEvents {

  private RecommendationEvents() {}

  /** What happened to a recommendation, with the card as it stands afterwards. */
  static Object fact(PublicationStep step) {
    RecommendationPublished card = card(step.after());
    if (step.change().isEmpty()) {
      return card;
    }
    Change change = step.change().get();
    return switch (change.as()) {
      case TRANSCRIPTION -> new TranscriptionFixed(card, step.reason());
      case CORRIGENDUM ->
          new CorrigendumIssued(
              card, change.symbol().orElseThrow(), change.languages(), step.reason());
      case REWORDING -> new RecommendationReworded(card, step.reason());
      case WITHDRAWAL -> new RecommendationWithdrawn(card, step.reason());
      case MERGING -> new RecommendationsMerged(card, change.into().orElseThrow(), step.reason());
    };
  }

  private static RecommendationPublished card(Recommendation item) {
    return RecommendationPublished.newBuilder()
        .setDocument(item.document())
        .setSymbol(item.symbol())
        .setVersion(item.version())
        .setParagraph(item.paragraph())
        .setOrdinal(item.ordinal())
        .setPlace(item.place())
        .setLabel(item.label())
        .setPrintedLabel(item.printedLabel())
        .setSection(ReadingParts.section(item.section(), item.language()))
        .setTexts(item.texts())
        .setFootnotes(ReadingParts.footnotes(item.footnotes(), item.language()))
        .setMachineRead(item.machineRead())
        .setFirstLine(item.firstLine())
        .setLastLine(item.lastLine())
        .setRepairs(ReadingParts.repairs(item.repairs()))
        .setProposers(ReadingParts.proposers(item.proposers()))
        .setAnnotations(item.annotations())
        .build();
  }

  static Recommendation recommendation(RecommendationEvent event) {
    StandingRecommendation standing = StandingRecommendation.of(event);
    RecommendationPublished published = standing.card();
    String language = published.getSection().getDisclaimers().keySet().iterator().next();
    return new Recommendation(
        event.getRecommendation(),
        event.getRevision(),
        Status.valueOf(standing.status().name()),
        standing.into(),
        published.getDocument(),
        published.getSymbol(),
        published.getVersion(),
        published.getParagraph(),
        published.getOrdinal(),
        published.getPlace(),
        published.getLabel(),
        published.getPrintedLabel(),
        ReadingParts.section(published.getSection(), language),
        language,
        published.getTexts(),
        ReadingParts.footnotesOf(published.getFootnotes()),
        published.getMachineRead(),
        published.getFirstLine(),
        published.getLastLine(),
        ReadingParts.repairsOf(published.getRepairs()),
        ReadingParts.proposersOf(published.getProposers()),
        published.getAnnotations());
  }
}
