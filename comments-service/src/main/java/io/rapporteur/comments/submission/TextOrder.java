package io.rapporteur.comments.submission;

import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.table.Agenda;
import io.rapporteur.schemas.reference.EntryReference;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The order of the text: general comments, then on each section what is on the whole of it, then
 * its items by their running number, then the entries of the consolidated draft by their numbers.
 */
public final class TextOrder {

  private static final int GENERAL = 0;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> sections = new HashMap<>();

  private TextOrder(Optional<Agenda> agenda) {
    agenda.stream()
        .flatMap(a -> a.items().stream())
        .forEach(
            item -> {
              numbers.put(item.id(), item.number());
              sections.merge(item.section().id(), item.number(), Math::min);
            });
  }

  /** The order of what a consultation puts forward. */
  public static TextOrder of(Optional<Agenda> agenda) {
    return new TextOrder(agenda);
  }

  /** In the order of the text; of one item, as they were handed in. */
  public List<Revision> sorted(List<Revision> comments) {
    return comments.stream()
        .sorted(
            Comparator.comparingInt(this::place)
                .thenComparing(r -> r.target().recommendation().isPresent())
                .thenComparing(r -> r.target().entry().map(EntryReference::number).orElse(0))
                .thenComparing(Revision::submittedAt)
                .thenComparing(Revision::comment))
        .toList();
  }

  private int place(Revision comment) {
    if (comment.target().entry().isPresent()) {
      return Integer.MAX_VALUE;
    }
    return comment
        .target()
        .recommendation()
        .map(id -> numbers.getOrDefault(id, Integer.MAX_VALUE))
        .or(() -> comment.target().section().map(s -> sections.getOrDefault(s, GENERAL)))
        .orElse(GENERAL);
  }
}
