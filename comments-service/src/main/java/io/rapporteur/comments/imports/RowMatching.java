package io.rapporteur.comments.imports;

import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.Drafts;
import io.rapporteur.comments.draft.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the draft of each row. A row that names its draft is that draft. Of the others on one
 * target, those that say what a draft of an earlier import says are that draft, wherever they stand
 * in the file; the rest take the drafts that are left, in their order, and then new ones. What was
 * discarded is not taken up by a row that says something else.
 */
final class RowMatching {

  private static final int MOST_OF_ONE_TARGET = 10_000;

  private final Drafts drafts;
  private final RowIdentity identity;
  private final Set<String> matched = new LinkedHashSet<>();
  private final Map<MeantRow, Match> matches = new LinkedHashMap<>();

  RowMatching(Drafts drafts, RowIdentity identity) {
    this.drafts = drafts;
    this.identity = identity;
  }

  /**
   * A row and its draft.
   *
   * @param current how the draft stands; empty for a new one
   */
  record Match(MeantRow row, String draft, Optional<Draft> current) {}

  /** Matches rows, none of which says the same on the same. */
  List<Match> match(List<MeantRow> rows) {
    Map<String, List<MeantRow>> byTarget = new LinkedHashMap<>();
    for (MeantRow row : rows) {
      if (!named(row)) {
        byTarget.computeIfAbsent(RowIdentity.key(row.target()), k -> new ArrayList<>()).add(row);
      }
    }
    byTarget.values().forEach(this::target);
    return rows.stream().map(matches::get).toList();
  }

  /** Ids of the drafts that rows are. */
  Set<String> matched() {
    return matched;
  }

  private boolean named(MeantRow row) {
    Optional<Draft> named =
        row.draft()
            .map(MeantRow.Written::draft)
            .flatMap(drafts::current)
            .filter(draft -> draft.participant().equals(identity.participant()))
            .filter(draft -> draft.said().consultation().equals(identity.consultation()))
            .filter(draft -> !matched.contains(draft.id()));
    named.ifPresent(draft -> put(row, draft.id(), named));
    return named.isPresent();
  }

  private void target(List<MeantRow> rows) {
    Target target = rows.getFirst().target();
    List<Draft> standing = new ArrayList<>();
    int next = 1;
    for (; next <= MOST_OF_ONE_TARGET; next++) {
      Optional<Draft> draft = drafts.current(identity.draft(target, next));
      if (draft.isEmpty()) {
        break;
      }
      standing.add(draft.get());
    }
    for (MeantRow row : rows) {
      take(row, standing.stream().filter(draft -> SameSaid.as(row, draft)).toList());
    }
    List<Draft> left =
        standing.stream().filter(d -> d.standing().stage() != Stage.DISCARDED).toList();
    for (MeantRow row : rows) {
      if (!matches.containsKey(row) && !take(row, left)) {
        put(row, identity.draft(target, next++), Optional.empty());
      }
    }
  }

  private boolean take(MeantRow row, List<Draft> candidates) {
    Optional<Draft> free = candidates.stream().filter(d -> !matched.contains(d.id())).findFirst();
    free.ifPresent(draft -> put(row, draft.id(), free));
    return free.isPresent();
  }

  private void put(MeantRow row, String draft, Optional<Draft> current) {
    matched.add(draft);
    matches.put(row, new Match(row, draft, current));
  }
}
