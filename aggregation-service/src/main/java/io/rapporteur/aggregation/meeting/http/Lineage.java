package io.rapporteur.aggregation.meeting.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.compilation.Sight.Published;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.meeting.Adopted;
import io.rapporteur.aggregation.meeting.Entry;
import io.rapporteur.aggregation.meeting.Kind;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.Origins;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Notices;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where each item of an adopted list comes from: the entries that stand in it, their items, the
 * comments on these as far as the caller may see them, and the decisions.
 */
public final class Lineage {

  private static final List<String> EDITIONS = List.of("published", "participants");

  private final Compilations compilations;
  private final Looking looking;

  /** Reads from these; the clock says whether a sight that was granted is over. */
  public Lineage(Compilations compilations, Clock clock) {
    this.compilations = compilations;
    this.looking = new Looking(compilations, clock);
  }

  /**
   * The internal annex of a list.
   *
   * @param comments whose are counted: all, or those of an edition
   * @param left entries that are in no item: deferred, not agreed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LineageView(
      String consultation,
      String comments,
      @Nullable String edition,
      List<String> notices,
      List<ItemView> items,
      List<OriginView> left) {}

  /** One item of the list. */
  record ItemView(int number, List<OriginView> entries) {}

  /**
   * An entry that stands in it, the one that it was first.
   *
   * @param comments on the entry itself
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OriginView(
      String id,
      int number,
      String standing,
      @Nullable String into,
      @Nullable String partOf,
      @Nullable Integer comments,
      List<SourceView> sources,
      List<EntryView.DecidedView> decisions) {}

  /** An item of the report, with the number of comments on it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SourceView(
      String id, int number, String reference, String symbol, @Nullable Integer comments) {}

  LineageView of(Consultation consultation, Meeting meeting, Caller caller) {
    Sight sight = sight(consultation, caller);
    Optional<Map<String, Integer>> counts =
        sight.visibility().equals("sealed")
            ? Optional.empty()
            : Optional.of(
                sight.comments().stream()
                    .map(comment -> comment.recommendation().or(comment::entry))
                    .flatMap(Optional::stream)
                    .collect(Collectors.toMap(id -> id, id -> 1, Integer::sum)));
    var items = new SourceItems(consultation, compilations.items(consultation));
    Adopted adopted = meeting.adopted().orElseThrow();
    List<ItemView> lines = new ArrayList<>();
    for (Adopted.Item item : adopted.items()) {
      lines.add(
          new ItemView(
              item.number(),
              Origins.of(item, meeting).stream()
                  .map(entry -> view(entry, items, counts))
                  .toList()));
    }
    List<OriginView> left =
        Origins.left(meeting).stream().map(entry -> view(entry, items, counts)).toList();
    return new LineageView(
        consultation.id(),
        sight.visibility(),
        EDITIONS.contains(sight.visibility()) ? sight.edition().orElse(null) : null,
        List.of(Notices.NOT_A_VOTE),
        lines,
        left);
  }

  private static OriginView view(
      Entry entry, SourceItems items, Optional<Map<String, Integer>> counts) {
    return new OriginView(
        entry.id(),
        entry.number(),
        entry.standing().map(Kind::word).orElse("proposed"),
        entry.decided().flatMap(last -> last.decision().into()).orElse(null),
        entry.parent().orElse(null),
        counts.map(c -> c.getOrDefault(entry.id(), 0)).orElse(null),
        items.views(entry.card().sources()).stream()
            .map(
                source ->
                    new SourceView(
                        source.id(),
                        source.number(),
                        source.reference(),
                        source.symbol(),
                        counts.map(c -> c.getOrDefault(source.id(), 0)).orElse(null)))
            .toList(),
        entry.history().stream().map(EntryView.DecidedView::of).toList());
  }

  /** The secretariat counts all that stands, so does a chair with sight; else what is published. */
  Sight sight(Consultation consultation, Caller caller) {
    Optional<Published> edition = looking.lastWhole(consultation, caller);
    if (!looking.seesAll(consultation, caller, "lineage")) {
      return Sight.ofPublic(edition);
    }
    List<List<Comment>> histories = compilations.histories(consultation.id());
    Optional<String> shown = edition.map(Published::edition);
    return caller.isSecretariat()
        ? Sight.ofSecretariat(histories, shown)
        : Sight.granted(histories, shown);
  }
}
