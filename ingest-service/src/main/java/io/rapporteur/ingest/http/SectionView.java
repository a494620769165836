package io.rapporteur.ingest.http;

import io.rapporteur.ingest.documents.Recommendation;
import io.rapporteur.ingest.documents.Recommendation.Heading;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A section as it is shown, with the words that must travel with its items. */
public record SectionView(
    String id,
    String paragraph,
    Map<String, String> headings,
    String agendaItem,
    Map<String, String> disclaimers) {

  /** Shows a section. */
  public static SectionView of(Heading heading) {
    return new SectionView(
        heading.id(),
        heading.paragraph(),
        heading.headings(),
        heading.agendaItem(),
        heading.disclaimers());
  }

  /** The sections that items stand under, each once, with all that any item says of it. */
  public static List<SectionView> of(Collection<Recommendation> items) {
    Map<String, Heading> headings = new LinkedHashMap<>();
    items.forEach(item -> headings.merge(item.heading().id(), item.heading(), Heading::with));
    return headings.values().stream().map(SectionView::of).toList();
  }
}
