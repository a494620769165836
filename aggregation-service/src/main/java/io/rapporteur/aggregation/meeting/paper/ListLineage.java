package io.rapporteur.aggregation.meeting.paper;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.meeting.Adopted;
import io.rapporteur.aggregation.meeting.Decided;
import io.rapporteur.aggregation.meeting.Entry;
import io.rapporteur.aggregation.meeting.Kind;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.Origins;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.Part;
import io.rapporteur.aggregation.paper.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where each item of an adopted list comes from, as an internal annex: its entries, their items,
 * who commented on these as far as the reader may see it, and the decisions.
 */
public final class ListLineage {

  private final Setting setting;
  private final Words words;
  private final Meeting meeting;
  private final Sight sight;

  /**
   * Composes a paper of a meeting whose list is adopted.
   *
   * @param sight what its reader sees of the comments
   */
  public ListLineage(Setting setting, Meeting meeting, Sight sight) {
    this.setting = setting;
    this.words = setting.words();
    this.meeting = meeting;
    this.sight = sight;
  }

  /** The paper, made at an instant. */
  public Paper paper(Instant now) {
    Adopted adopted = meeting.adopted().orElseThrow();
    List<Part> parts = new ArrayList<>();
    for (Adopted.Item item : adopted.items()) {
      parts.add(
          new Part.Heading(words.word("meeting.lineage.item", Integer.toString(item.number()))));
      parts.add(
          new Part.Point(
              Optional.empty(),
              "",
              List.of(setting.wording(item.texts(), adopted.language())),
              List.of(),
              List.of()));
      Origins.of(item, meeting).forEach(entry -> parts.add(origin(entry)));
    }
    List<Entry> left = Origins.left(meeting);
    if (!left.isEmpty()) {
      parts.add(new Part.Heading(words.word("meeting.lineage.left")));
      left.forEach(entry -> parts.add(origin(entry)));
    }
    return setting.paper(
        words.word("meeting.lineage.title"),
        setting.day(now),
        List.of(
            words.word("meeting.lineage.notice"),
            words.word("reader." + sight.visibility(), sight.edition().orElse(""))),
        adopted.items().size(),
        parts);
  }

  private Part origin(Entry entry) {
    List<String> facts = new ArrayList<>();
    entry
        .decided()
        .flatMap(last -> last.decision().into())
        .ifPresent(into -> facts.add(words.word("meeting.into", label(into))));
    entry.parent().ifPresent(whole -> facts.add(words.word("meeting.part-of", label(whole))));
    for (String source : entry.card().sources()) {
      facts.addAll(comments(source));
    }
    entry.history().forEach(decided -> facts.add(decision(decided)));
    return new Part.Point(
        Optional.empty(),
        label(entry)
            + Part.BETWEEN
            + words.word("meeting.standing." + entry.standing().map(Kind::word).orElse("proposed")),
        List.of(),
        facts,
        List.of());
  }

  /** An item of a report, and who commented on it; what is sealed is not counted. */
  private List<String> comments(String item) {
    String reference = setting.reference(item);
    if (sight.visibility().equals("sealed")) {
      return List.of(words.word("meeting.sources", reference));
    }
    List<Comment> on =
        sight.comments().stream()
            .filter(comment -> comment.recommendation().filter(item::equals).isPresent())
            .sorted(setting.order().comments())
            .toList();
    List<String> facts = new ArrayList<>();
    facts.add(words.word("meeting.lineage.source", reference, Integer.toString(on.size())));
    if (!on.isEmpty()) {
      facts.add(
          words.word("meeting.lineage.comments", setting.joined(on.stream().map(this::voice))));
    }
    return facts;
  }

  private String voice(Comment comment) {
    String name = setting.order().name(comment.onBehalfOf().orElse(comment.participant()));
    String position = words.position(comment.said().position());
    return position.isEmpty() ? name : name + " (" + position + ")";
  }

  private String decision(Decided decided) {
    Instant at = decided.decidedAt();
    String said =
        words.word(
            "meeting.lineage.decision",
            setting.date(at),
            setting.time(at),
            words.word("meeting.standing." + decided.decision().kind().word()));
    return decided
        .correction()
        .map(correction -> words.word("meeting.lineage.corrected", said, correction.reason()))
        .orElse(said);
  }

  private String label(Entry entry) {
    return words.word("meeting.entry", Integer.toString(entry.number()));
  }

  private String label(String entry) {
    return meeting.entry(entry).map(this::label).orElse(entry);
  }
}
