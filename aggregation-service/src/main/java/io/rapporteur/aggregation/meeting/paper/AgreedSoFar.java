package io.rapporteur.aggregation.meeting.paper;

import io.rapporteur.aggregation.compilation.Comment.CoSponsor;
import io.rapporteur.aggregation.meeting.Decided;
import io.rapporteur.aggregation.meeting.Entry;
import io.rapporteur.aggregation.meeting.Kind;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.Statement;
import io.rapporteur.aggregation.meeting.StatusLine;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.Part;
import io.rapporteur.aggregation.paper.Wording;
import io.rapporteur.aggregation.paper.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * "Agreed so far, status of 7 April 18:00, unofficial": what is decided, agreed texts first, under
 * each entry the statements that were recorded on request. A paper travels; so it holds what was
 * shown to the meeting, and what is prepared only if that is asked for, and then says so.
 */
public final class AgreedSoFar {

  private static final Map<String, Set<Kind>> GROUPS = groups();

  private final Setting setting;
  private final Words words;
  private final Meeting meeting;
  private final boolean prepared;

  /**
   * Composes a paper.
   *
   * @param prepared with what has not been shown, for those who lead
   */
  public AgreedSoFar(Setting setting, Meeting meeting, boolean prepared) {
    this.setting = setting;
    this.words = setting.words();
    this.meeting = meeting;
    this.prepared = prepared;
  }

  private static Map<String, Set<Kind>> groups() {
    Map<String, Set<Kind>> groups = new LinkedHashMap<>();
    groups.put("standing.agreed", EnumSet.of(Kind.AGREED, Kind.AGREED_AS_AMENDED));
    groups.put("standing.agreed-ad-referendum", EnumSet.of(Kind.AGREED_AD_REFERENDUM));
    groups.put("standing.opened", EnumSet.of(Kind.OPENED, Kind.REOPENED, Kind.NEW_FROM_THE_FLOOR));
    groups.put("standing.deferred", EnumSet.of(Kind.DEFERRED));
    groups.put("standing.not-agreed", EnumSet.of(Kind.NOT_AGREED));
    groups.put("group.moved", EnumSet.of(Kind.MERGED, Kind.SPLIT));
    return groups;
  }

  /** An entry as the reader sees it; something is decided on it. */
  private record Seen(
      Entry entry, Map<String, String> texts, String language, List<String> sources, Decided last) {

    Kind kind() {
      return last.decision().kind();
    }
  }

  /** The paper, with the status of an instant. */
  public Paper paper(Instant now) {
    List<Seen> seen = entries();
    Set<String> sources = new LinkedHashSet<>();
    seen.forEach(each -> sources.addAll(each.sources));
    List<Part> parts = new ArrayList<>();
    GROUPS.forEach(
        (word, kinds) -> {
          List<Seen> group = seen.stream().filter(each -> kinds.contains(each.kind())).toList();
          if (!group.isEmpty()) {
            parts.add(new Part.Heading(words.word("meeting." + word)));
            group.forEach(each -> parts.add(point(each)));
          }
        });
    if (parts.isEmpty()) {
      parts.add(fact(words.word("meeting.none")));
    }
    List<Part.Said> whole = said(Optional.empty());
    if (!whole.isEmpty()) {
      parts.add(new Part.Heading(words.word("meeting.statements")));
      parts.add(new Part.Point(Optional.empty(), "", List.of(), List.of(), whole));
    }
    parts.addAll(setting.sections(sources));
    return setting.paper(
        StatusLine.of(now, setting.zone(), setting.language().tag()),
        setting.day(now),
        notices(sources),
        seen.size(),
        parts);
  }

  private static Part fact(String sentence) {
    return new Part.Point(Optional.empty(), "", List.of(), List.of(sentence), List.of());
  }

  private List<Seen> entries() {
    return prepared
        ? meeting.entries().stream()
            .filter(entry -> entry.decided().isPresent())
            .map(
                entry ->
                    new Seen(
                        entry,
                        entry.wording().texts(),
                        entry.wording().language(),
                        entry.card().sources(),
                        entry.decided().orElseThrow()))
            .toList()
        : meeting.pictures().stream()
            .filter(entry -> !entry.picture().orElseThrow().decisions().isEmpty())
            .map(
                entry -> {
                  Entry.Picture picture = entry.picture().orElseThrow();
                  return new Seen(
                      entry,
                      picture.wording().texts(),
                      picture.wording().language(),
                      picture.sources(),
                      picture.decisions().getLast());
                })
            .toList();
  }

  private List<String> notices(Collection<String> sources) {
    List<String> notices = new ArrayList<>();
    notices.add(words.word("meeting.notice.unofficial"));
    notices.add(words.word(prepared ? "meeting.notice.prepared" : "meeting.notice.shown"));
    if (setting.machineRead(sources)) {
      notices.add(words.word("notice.machine-read"));
    }
    if (!statements().isEmpty()) {
      notices.add(words.word("meeting.notice.statements"));
    }
    return notices;
  }

  private Part point(Seen seen) {
    Entry entry = seen.entry;
    List<String> facts = new ArrayList<>();
    Instant at = seen.last.decidedAt();
    facts.add(words.word("meeting.decided", setting.date(at), setting.time(at)));
    seen.last
        .decision()
        .into()
        .ifPresent(into -> facts.add(words.word("meeting.into", label(into))));
    if (seen.kind() == Kind.SPLIT) {
      facts.add(
          words.word(
              "meeting.parts",
              setting.joined(
                  seen.last.decision().parts().stream().map(part -> label(part.entry())))));
    }
    entry.parent().ifPresent(whole -> facts.add(words.word("meeting.part-of", label(whole))));
    if (!seen.sources.isEmpty()) {
      facts.add(
          words.word(
              "meeting.sources", setting.joined(seen.sources.stream().map(setting::reference))));
    }
    if (prepared && meeting.hides(entry)) {
      facts.add(words.word("meeting.hidden"));
    }
    return new Part.Point(
        Optional.empty(),
        label(entry) + Part.BETWEEN + words.word("meeting.standing." + seen.kind().word()),
        List.of(setting.wording(seen.texts, seen.language)),
        facts,
        said(Optional.of(entry.id())));
  }

  private String label(Entry entry) {
    return words.word("meeting.entry", Integer.toString(entry.number()));
  }

  private String label(String entry) {
    return meeting.entry(entry).map(this::label).orElse(entry);
  }

  private Collection<Statement> statements() {
    return prepared ? meeting.statements() : meeting.statementsShown();
  }

  private List<Part.Said> said(Optional<String> entry) {
    return statements().stream()
        .filter(statement -> statement.entry().equals(entry))
        .sorted(
            Comparator.comparing(AgreedSoFar::speaker, setting.order().coSponsors())
                .thenComparing(Statement::statedAt)
                .thenComparingInt(Statement::id))
        .map(
            statement ->
                new Part.Said(
                    String.join(
                        Part.BETWEEN,
                        setting.order().name(statement.participant()),
                        words.word("meeting.statement." + statement.kind().word()),
                        words.original(statement.language())),
                    new Wording(statement.language(), statement.text())))
        .toList();
  }

  private static CoSponsor speaker(Statement statement) {
    return new CoSponsor(statement.participant(), statement.participantClass(), Optional.empty());
  }
}
