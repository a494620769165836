package io.rapporteur.ingest.kafka;

import io.rapporteur.events.CorrigendumIssued;
import io.rapporteur.events.LanguageVersionPublished;
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
import io.rapporteur.ingest.documents.Wording;
import io.rapporteur.schemas.topics.StandingRecommendation;
import java.util.Map;
import java.util.stream.Collectors;

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
      case LANGUAGE_VERSION -> new LanguageVersionPublished(card, step.language(), step.reason());
      case WITHDRAWAL -> new RecommendationWithdrawn(card, step.reason());
      case MERGING -> new RecommendationsMerged(card, change.into().orElseThrow(), step.reason());
    };
  }

  private static RecommendationPublished card(Recommendation item) {
    Wording leading = item.leading();
    return RecommendationPublished.newBuilder()
        .setDocument(item.document())
        .setSymbol(item.symbol())
        .setShortName(item.shortName())
        .setVersion(item.version())
        .setParagraph(item.paragraph())
        .setOrdinal(item.ordinal())
        .setPlace(item.place())
        .setLabel(item.label())
        .setPrintedLabel(leading.printedLabel())
        .setSection(ReadingParts.heading(item.heading()))
        .setLanguage(item.language())
        .setTexts(item.texts())
        .setFootnotes(
            item.wordings().entrySet().stream()
                .flatMap(e -> ReadingParts.footnotes(e.getValue().footnotes(), e.getKey()).stream())
                .toList())
        .setMachineRead(item.machineRead())
        .setFirstLine(leading.firstLine())
        .setLastLine(leading.lastLine())
        .setRepairs(ReadingParts.repairs(leading.repairs()))
        .setWordings(
            item.wordings().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> wording(e.getValue()))))
        .setProposers(ReadingParts.proposers(item.proposers()))
        .setAnnotations(item.annotations())
        .build();
  }

  private static io.rapporteur.events.Wording wording(Wording wording) {
    return new io.rapporteur.events.Wording(
        wording.version(),
        wording.printedLabel(),
        wording.machineRead(),
        wording.firstLine(),
        wording.lastLine(),
        ReadingParts.repairs(wording.repairs()));
  }

  static Recommendation recommendation(RecommendationEvent event) {
    StandingRecommendation standing = StandingRecommendation.of(event);
    RecommendationPublished card = standing.card();
    return new Recommendation(
        event.getRecommendation(),
        event.getRevision(),
        Status.valueOf(standing.status().name()),
        standing.into(),
        card.getDocument(),
        card.getSymbol(),
        card.getShortName(),
        card.getVersion(),
        card.getParagraph(),
        card.getOrdinal(),
        card.getPlace(),
        card.getLabel(),
        ReadingParts.heading(card.getSection()),
        standing.language(),
        card.getTexts().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, text -> wording(card, text.getKey(), text.getValue()))),
        ReadingParts.proposersOf(card.getProposers()),
        card.getAnnotations());
  }

  private static Wording wording(RecommendationPublished card, String language, String text) {
    var kept =
        card.getWordings()
            .getOrDefault(
                language,
                new io.rapporteur.events.Wording(
                    card.getVersion(),
                    card.getPrintedLabel(),
                    card.getMachineRead(),
                    card.getFirstLine(),
                    card.getLastLine(),
                    card.getRepairs()));
    return new Wording(
        kept.getVersion(),
        text,
        kept.getPrintedLabel(),
        ReadingParts.footnotesOf(
            card.getFootnotes().stream().filter(f -> f.getLanguage().equals(language)).toList()),
        kept.getMachineRead(),
        kept.getFirstLine(),
        kept.getLastLine(),
        ReadingParts.repairsOf(kept.getRepairs()));
  }
}
