package io.rapporteur.aggregation.meeting.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.meeting.Entry;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.Statement;
import io.rapporteur.aggregation.meeting.http.EntryComments.CommentsView;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Notices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The consolidated draft, or what has been agreed so far, as one caller may see it.
 *
 * @param version of the draft that was circulated last; absent if none was
 * @param commentsUntil last instant at which comments on the draft are in time; if absent, each
 *     entry takes comments until it is decided
 * @param status over what has been agreed so far
 * @param notices sentences that travel with it
 * @param sections that the items stand under, with their disclaimers
 * @param statements on the whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeetingView(
    String consultation,
    Map<String, String> titles,
    @Nullable Integer version,
    @Nullable Instant circulatedAt,
    @Nullable Instant commentsUntil,
    @Nullable String note,
    @Nullable StatusView status,
    List<String> notices,
    List<SourceItems.SectionView> sections,
    List<EntryView> entries,
    List<StatementView> statements) {

  /**
   * How old it is.
   *
   * @param line for people, in the zone of the consultation
   * @param shownAt when something was last shown to others
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StatusView(Instant at, String zone, String line, @Nullable Instant shownAt) {}

  /**
   * What a view is made of.
   *
   * @param comments empty if the caller may see none, or is not told of any here
   */
  record Making(
      Consultation consultation,
      Meeting meeting,
      Caller caller,
      SourceItems items,
      HouseOrder order,
      Optional<EntryComments> comments) {

    private boolean leads() {
      return MeetingDoor.leads(caller);
    }

    /** The entries that the caller sees, in their order. */
    List<Entry> entries() {
      return leads() ? meeting.entries() : meeting.pictures();
    }

    private List<Statement> statements() {
      return leads() ? meeting.statements() : meeting.statementsShown();
    }

    /** An entry among others. */
    EntryView entry(Entry entry) {
      return entry(entry, false);
    }

    /** An entry that is asked for alone, with its comments one by one. */
    EntryView alone(Entry entry) {
      return entry(entry, true);
    }

    private EntryView entry(Entry entry, boolean listed) {
      List<StatementView> said = StatementView.of(statements(), Optional.of(entry.id()), order);
      CommentsView on = comments.map(all -> comments(all, entry, listed)).orElse(null);
      return leads()
          ? EntryView.standing(entry, meeting, items, said, on)
          : EntryView.shown(entry, meeting, items, said, on);
    }

    private CommentsView comments(EntryComments all, Entry entry, boolean listed) {
      if (leads()) {
        return all.of(entry.id(), entry.card().sources(), entry.decisions(), listed);
      }
      Entry.Picture seen = entry.picture().orElseThrow();
      return all.of(entry.id(), seen.sources(), seen.decisions(), listed);
    }

    private Set<String> sources(List<Entry> shown) {
      Set<String> sources = new LinkedHashSet<>();
      shown.forEach(
          entry ->
              sources.addAll(
                  leads()
                      ? entry.card().sources()
                      : entry.picture().map(Entry.Picture::sources).orElse(List.of())));
      return sources;
    }

    /** The draft. */
    MeetingView draft() {
      return view(entry -> true, null, Notices.DRAFT);
    }

    /** What has been decided so far. */
    MeetingView decisions(StatusView status) {
      return view(
          entry ->
              leads()
                  ? entry.standing().isPresent()
                  : entry.picture().filter(p -> !p.decisions().isEmpty()).isPresent(),
          status,
          Notices.UNOFFICIAL);
    }

    private MeetingView view(Predicate<Entry> filter, @Nullable StatusView status, String notice) {
      List<Entry> shown = entries().stream().filter(filter).toList();
      Set<String> sources = sources(shown);
      List<StatementView> whole = StatementView.of(statements(), Optional.empty(), order);
      List<EntryView> entries = shown.stream().map(this::entry).toList();
      List<String> notices = new ArrayList<>(List.of(notice));
      if (items.machineRead(sources)) {
        notices.add(Notices.MACHINE_READ);
      }
      if (!whole.isEmpty() || entries.stream().anyMatch(e -> !e.statements().isEmpty())) {
        notices.add(Notices.STATEMENT_AS_MADE);
      }
      return new MeetingView(
          consultation.id(),
          consultation.titles(),
          meeting.circulation().map(Meeting.Circulation::version).orElse(null),
          meeting.circulation().map(Meeting.Circulation::at).orElse(null),
          meeting.circulation().flatMap(Meeting.Circulation::commentsUntil).orElse(null),
          meeting.circulation().flatMap(Meeting.Circulation::note).orElse(null),
          status,
          notices,
          items.sections(sources),
          entries,
          whole);
    }
  }
}
