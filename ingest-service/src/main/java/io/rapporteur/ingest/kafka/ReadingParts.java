package io.rapporteur.ingest.kafka;

import io.rapporteur.ingest.documents.Recommendation.Heading;
import io.rapporteur.ingest.reading.Footnote;
import io.rapporteur.ingest.reading.Proposer;
import io.rapporteur.ingest.reading.Repair;
import io.rapporteur.ingest.reading.RepairKind;
import io.rapporteur.ingest.reading.Section;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What readings and published recommendations are both made of, to events and back. */
final class ReadingParts {

  private ReadingParts() {}

  static io.rapporteur.events.Section section(Section section, String language) {
    return heading(Heading.of(section, language));
  }

  static Section section(io.rapporteur.events.Section section, String language) {
    return new Section(
        section.getId(),
        section.getParagraph(),
        section.getHeadings(),
        section.getAgendaItem() == null ? "" : section.getAgendaItem(),
        section.getDisclaimers().getOrDefault(language, ""));
  }

  static io.rapporteur.events.Section heading(Heading heading) {
    return io.rapporteur.events.Section.newBuilder()
        .setId(heading.id())
        .setParagraph(heading.paragraph())
        .setHeadings(heading.headings())
        .setAgendaItem(heading.agendaItem().isEmpty() ? null : heading.agendaItem())
        .setDisclaimers(heading.disclaimers())
        .build();
  }

  static Heading heading(io.rapporteur.events.Section section) {
    return new Heading(
        section.getId(),
        section.getParagraph(),
        section.getHeadings(),
        section.getAgendaItem() == null ? "" : section.getAgendaItem(),
        section.getDisclaimers());
  }

  static List<io.rapporteur.events.Footnote> footnotes(List<Footnote> footnotes, String language) {
    return footnotes.stream()
        .map(f -> new io.rapporteur.events.Footnote(f.marker(), f.text(), f.offset(), language))
        .toList();
  }

  static List<Footnote> footnotesOf(List<io.rapporteur.events.Footnote> footnotes) {
    return footnotes.stream()
        .map(f -> new Footnote(f.getMarker(), f.getText(), f.getOffset()))
        .toList();
  }

  static List<io.rapporteur.events.Proposer> proposers(List<Proposer> proposers) {
    return proposers.stream()
        .map(p -> new io.rapporteur.events.Proposer(p.name(), p.participant().orElse(null)))
        .toList();
  }

  static List<Proposer> proposersOf(List<io.rapporteur.events.Proposer> proposers) {
    return proposers.stream()
        .map(p -> new Proposer(p.getName(), Optional.ofNullable(p.getParticipant())))
        .toList();
  }

  static List<io.rapporteur.events.Repair> repairs(List<Repair> repairs) {
    return repairs.stream()
        .map(
            r ->
                new io.rapporteur.events.Repair(
                    r.kind().word(), r.line(), r.printed(), r.taken(), r.reason(), r.confidence()))
        .toList();
  }

  static List<Repair> repairsOf(List<io.rapporteur.events.Repair> repairs) {
    return repairs.stream()
        .map(
            r ->
                new Repair(
                    RepairKind.valueOf(r.getKind().toUpperCase(Locale.ROOT).replace('-', '_')),
                    r.getLine(),
                    r.getPrinted(),
                    r.getTaken(),
                    r.getReason(),
                    r.getConfidence()))
        .toList();
  }
}
