package io.rapporteur.aggregation.kafka;

import static java.util.Objects.requireNonNull;

import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.events.ConsultationOpened;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.events.RecommendationPublished;
import io.rapporteur.events.Section;
import io.rapporteur.schemas.topics.StandingRecommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items of a consultation, out of the last event of each recommendation. */
final class FoldedItems {

  private FoldedItems() {}

  /**
   * In the order of the text.
   *
   * @param events by recommendation id
   */
  static List<Item> of(ConsultationOpened opened, Map<String, RecommendationEvent> events) {
    List<Item> items = new ArrayList<>();
    StandingRecommendation.numbers(opened, events.values())
        .forEach((id, number) -> items.add(item(requireNonNull(events.get(id)), number)));
    return items;
  }

  private static Item item(RecommendationEvent event, int number) {
    StandingRecommendation standing = StandingRecommendation.of(event);
    RecommendationPublished published = standing.card();
    Section section = published.getSection();
    return new Item(
        event.getRecommendation(),
        published.getDocument(),
        published.getSymbol(),
        published.getShortName(),
        number,
        published.getParagraph(),
        published.getLabel(),
        standing.printedLabels(),
        standing.language(),
        new Item.Section(
            section.getId(),
            section.getHeadings(),
            Optional.ofNullable(section.getAgendaItem()),
            section.getDisclaimers()),
        published.getVersion(),
        published.getTexts(),
        published.getMachineRead(),
        standing.status().word(),
        published.getFootnotes().stream()
            .map(
                note ->
                    new Item.Footnote(
                        note.getMarker(), note.getText(), note.getOffset(), note.getLanguage()))
            .toList(),
        standing.into());
  }
}
