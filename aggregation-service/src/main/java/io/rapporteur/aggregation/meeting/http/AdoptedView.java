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

/**
 * The adopted list. Nothing in it names a participant, an entry or an item of a report.
 *
 * @param language of adoption
 * @param languages in which it is whole, that of adoption first
 * @param sections of the reports from which it was made, with their disclaimers
 * @param corrections in their order; each says what stood before
 */
record AdoptedView(
    String consultation,
    Map<String, String> titles,
    String language,
    Instant adoptedAt,
    List<String> languages,
    List<String> notices,
    List<SourceItems.SectionView> sections,
    List<ItemView> items,
    List<CorrectionView> corrections) {

  /**
   * One item, by language.
   *
   * @param agreed languages in which it was agreed; texts in others followed
   */
  record ItemView(int number, Map<String, String> texts, List<String> agreed) {}

  /** A correction, for instance {@code Corr.1}. */
  record CorrectionView(String correction, Instant at, String reason, List<ChangeView> changes) {}

  /** What it changed. */
  record ChangeView(int number, String language, String before, String after) {}

  static AdoptedView of(
      Consultation consultation, Adopted adopted, Meeting meeting, SourceItems sources) {
    Set<String> ids = new LinkedHashSet<>();
    for (Adopted.Item item : adopted.items()) {
      meeting.entry(item.entry()).ifPresent(entry -> ids.addAll(entry.card().sources()));
    }
    List<String> notices = new ArrayList<>(List.of(Notices.TRANSLATION_FOLLOWS));
    if (!adopted.corrections().isEmpty()) {
      notices.add(Notices.LIST_CORRECTED);
    }
    return new AdoptedView(
        consultation.id(),
        consultation.titles(),
        adopted.language(),
        adopted.adoptedAt(),
        adopted.languages(),
        notices,
        sources.sections(ids),
        adopted.items().stream()
            .map(
                item ->
                    new ItemView(
                        item.number(),
                        new TreeMap<>(item.texts()),
                        item.agreed().stream().sorted().toList()))
            .toList(),
        adopted.corrections().stream().map(AdoptedView::correction).toList());
  }

  private static CorrectionView correction(Adopted.Correction correction) {
    return new CorrectionView(
        correction.label(),
        correction.at(),
        correction.reason(),
        correction.changes().stream()
            .map(
                change ->
                    new ChangeView(
                        change.item(), change.language(), change.before(), change.after()))
            .toList());
  }
}
