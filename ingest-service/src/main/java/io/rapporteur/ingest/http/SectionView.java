package io.rapporteur.ingest.http;

import io.rapporteur.ingest.reading.Reading.Section;
import java.util.Map;

/** A section as it is shown, with the words that must travel with its items. */
public record SectionView(
    String id,
    String paragraph,
    Map<String, String> headings,
    String agendaItem,
    Map<String, String> disclaimers) {

  /** Shows a section whose disclaimer is in this language. */
  public static SectionView of(Section section, String language) {
    return new SectionView(
        section.id(),
        section.paragraph(),
        section.headings(),
        section.agendaItem(),
        Map.of(language, section.disclaimer()));
  }
}
