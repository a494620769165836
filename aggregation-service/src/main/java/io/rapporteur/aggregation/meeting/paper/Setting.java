package io.rapporteur.aggregation.meeting.paper;

import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.Part;
import io.rapporteur.aggregation.paper.UnLanguage;
import io.rapporteur.aggregation.paper.Wording;
import io.rapporteur.aggregation.paper.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What every paper of a meeting is set in.
 *
 * @param items of the consultation, in the order of the text
 * @param order of the language of the paper
 * @param zone in which people of the consultation say the time
 * @param symbol as the secretariat types it
 * @param distribution as the secretariat types it
 */
public record Setting(
    Consultation consultation,
    List<Item> items,
    HouseOrder order,
    ZoneId zone,
    UnLanguage language,
    Optional<String> symbol,
    Optional<String> distribution) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final String LEADING = "en";

  /** Copies the items. */
  public Setting {
    items = List.copyOf(items);
  }

  Words words() {
    return Words.in(language);
  }

  LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  String date(Instant at) {
    return words().date(day(at));
  }

  String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }

  /** In the language of the paper, else in the one that leads. */
  Wording wording(Map<String, String> texts, String leading) {
    return Wording.of(texts, language.tag(), leading);
  }

  String joined(Stream<String> words) {
    return String.join(words().word("between"), words.toList());
  }

  /** An item as people refer to it; its id if it is not of the consultation any more. */
  String reference(String id) {
    return items.stream()
        .filter(item -> item.id().equals(id))
        .findFirst()
        .map(
            item ->
                consultation.documents().size() > 1
                    ? item.referable().shownWithDocument()
                    : item.referable().shown())
        .orElse(id);
  }

  boolean machineRead(Collection<String> ids) {
    return items.stream().anyMatch(item -> ids.contains(item.id()) && item.machineRead());
  }

  /** The headings under which these items stand, with the words that travel with them. */
  List<Part> sections(Collection<String> ids) {
    Map<String, List<Item>> bySection = new LinkedHashMap<>();
    items.stream()
        .filter(item -> ids.contains(item.id()))
        .forEach(
            item ->
                bySection.computeIfAbsent(item.section().id(), id -> new ArrayList<>()).add(item));
    List<Part> parts = new ArrayList<>();
    if (!bySection.isEmpty()) {
      parts.add(new Part.Heading(words().word("meeting.sections")));
    }
    bySection.values().forEach(inSection -> parts.add(section(inSection)));
    return parts;
  }

  private Part section(List<Item> inSection) {
    Item first = inSection.getFirst();
    Item.Section section = Item.Section.all(inSection);
    return new Part.Point(
        Optional.empty(),
        "",
        Stream.of(section.headings(), section.disclaimers())
            .map(texts -> wording(texts, first.language()))
            .filter(wording -> !wording.isBlank())
            .toList(),
        section.agendaItem().map(item -> words().word("agenda-item", item)).stream().toList(),
        List.of());
  }

  Paper paper(String heading, LocalDate date, List<String> notices, int points, List<Part> parts) {
    return new Paper(
        language,
        consultation.id(),
        heading,
        false,
        wording(consultation.titles(), LEADING),
        symbol,
        distribution,
        date,
        notices,
        points,
        parts);
  }
}
