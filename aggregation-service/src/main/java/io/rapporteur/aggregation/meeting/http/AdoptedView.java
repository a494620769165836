package io.rapporteur.aggregation.meeting.http;

import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.meeting.Adopted;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.schemas.http.Notices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The adopted list. Nothing in it names a participant, an entry or an item.
 *
 * @param language of adoption
 * @param languages in which it is there, that of adoption first
 * @param sections of the reports from which it was made, with their disclaimers
 */
record AdoptedView(
    String consultation,
    Map<String, String> titles,
    String language,
    Instant adoptedAt,
    List<String> languages,
    List<String> notices,
    List<SourceItems.SectionView> sections,
    List<ItemView> items) {

  /** One item, by language. */
  record ItemView(int number, Map<String, String> texts) {}

  static AdoptedView of(
      Consultation consultation, Adopted adopted, Meeting meeting, SourceItems sources) {
    List<String> languages = new ArrayList<>(List.of(adopted.language()));
    languages.addAll(new TreeSet<>(adopted.following().keySet()));
    List<ItemView> items = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    for (Adopted.Item item : adopted.items()) {
      Map<String, String> texts = new TreeMap<>(Map.of(adopted.language(), item.text()));
      adopted.following().forEach((tag, all) -> texts.put(tag, all.get(item.number() - 1)));
      items.add(new ItemView(item.number(), texts));
      meeting.entry(item.entry()).ifPresent(entry -> ids.addAll(entry.card().sources()));
    }
    return new AdoptedView(
        consultation.id(),
        consultation.titles(),
        adopted.language(),
        adopted.adoptedAt(),
        languages,
        List.of(Notices.TRANSLATION_FOLLOWS),
        sources.sections(ids),
        items);
  }
}
