package io.rapporteur.aggregation.meeting.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.meeting.Decided;
import io.rapporteur.aggregation.meeting.Decision;
import io.rapporteur.aggregation.meeting.Entry;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.Wording;
import io.rapporteur.aggregation.meeting.http.EntryComments.CommentsView;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An entry as one caller may see it.
 *
 * @param number what it is called in the room: entry 12
 * @param language that leads
 * @param standing proposed, or the last decision
 * @param into id of the entry that it was merged into
 * @param parts ids of the entries that it was split into
 * @param partOf id of the entry that it was split from
 * @param changed whether it differs from the version of the draft that was circulated before
 * @param hidden whether others do not see it as it stands; for those who lead
 * @param comments on it and on its items, as far as the caller may see them
 * @param history all decisions, corrected ones included; for those who lead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryView(
    String id,
    int number,
    Map<String, String> texts,
    String language,
    List<SourceItems.SourceView> sources,
    String standing,
    @Nullable Instant decidedAt,
    @Nullable String into,
    @Nullable List<String> parts,
    @Nullable String partOf,
    @Nullable Boolean changed,
    @Nullable Boolean hidden,
    @Nullable Boolean sharesItems,
    @Nullable String withdrawn,
    List<StatementView> statements,
    @Nullable CommentsView comments,
    @Nullable List<DecidedView> history) {

  /** A decision, with the time at which it was taken and that of its entry. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DecidedView(
      int revision,
      String decision,
      Instant decidedAt,
      Instant enteredAt,
      String by,
      @Nullable Map<String, String> texts,
      @Nullable String into,
      @Nullable List<String> parts,
      @Nullable String note,
      @Nullable Integer correctedBy,
      @Nullable String correction) {

    static DecidedView of(Decided decided) {
      Decision decision = decided.decision();
      return new DecidedView(
          decided.step(),
          decision.kind().word(),
          decided.decidedAt(),
          decided.enteredAt(),
          decided.by(),
          decision.wording().<Map<String, String>>map(w -> new TreeMap<>(w.texts())).orElse(null),
          decision.into().orElse(null),
          partsOf(decision),
          decision.note().orElse(null),
          decided.correction().map(Decided.Correction::step).orElse(null),
          decided.correction().map(Decided.Correction::reason).orElse(null));
    }
  }

  private static @Nullable List<String> partsOf(Decision decision) {
    return decision.parts().isEmpty()
        ? null
        : decision.parts().stream().map(part -> part.entry()).toList();
  }

  /** As it stands, for those who lead. */
  static EntryView standing(
      Entry entry,
      Meeting meeting,
      SourceItems items,
      List<StatementView> statements,
      @Nullable CommentsView comments) {
    return of(
        entry,
        new Seen(entry.wording(), entry.card().sources(), entry.decisions()),
        items,
        statements,
        comments,
        null,
        meeting);
  }

  /** As it was last shown. */
  static EntryView shown(
      Entry entry,
      Meeting meeting,
      SourceItems items,
      List<StatementView> statements,
      @Nullable CommentsView comments) {
    Entry.Picture picture = entry.picture().orElseThrow();
    Boolean changed =
        meeting
            .circulation()
            .filter(c -> c.version() > 1)
            .map(c -> c.changed().contains(entry.id()))
            .orElse(null);
    return of(
        entry,
        new Seen(picture.wording(), picture.sources(), picture.decisions()),
        items,
        statements,
        comments,
        changed,
        null);
  }

  private record Seen(Wording wording, Collection<String> sources, List<Decided> decisions) {}

  private static EntryView of(
      Entry entry,
      Seen seen,
      SourceItems items,
      List<StatementView> statements,
      @Nullable CommentsView comments,
      @Nullable Boolean changed,
      @Nullable Meeting leading) {
    Decided last = seen.decisions.isEmpty() ? null : seen.decisions.getLast();
    return new EntryView(
        entry.id(),
        entry.number(),
        new TreeMap<>(seen.wording.texts()),
        seen.wording.language(),
        items.views(seen.sources),
        last == null ? "proposed" : last.decision().kind().word(),
        last == null ? null : last.decidedAt(),
        last == null ? null : last.decision().into().orElse(null),
        last == null || !last.decision().kind().word().equals("split")
            ? null
            : partsOf(last.decision()),
        entry.parent().orElse(null),
        changed,
        leading == null ? null : leading.hides(entry),
        leading == null ? null : entry.card().sharesItems(),
        leading == null ? null : entry.withdrawn().orElse(null),
        statements,
        comments,
        leading == null ? null : entry.history().stream().map(DecidedView::of).toList());
  }
}
