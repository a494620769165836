package io.rapporteur.aggregation.compilation;

import io.rapporteur.schemas.reference.EntryReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An entry of the consolidated draft, as it was circulated last.
 *
 * @param number what it is called: entry 12
 * @param version last version of the draft that holds it
 * @param texts by language; none as long as the draft has not been read
 * @param language that leads
 */
public record DraftEntry(
    String id, int number, int version, Map<String, String> texts, String language) {

  /**
   * These entries, then those that only comments tell of: comments are read apart from the draft,
   * and none is left out because the draft comes later.
   */
  public static List<DraftEntry> all(List<DraftEntry> entries, Stream<Comment> comments) {
    Map<String, DraftEntry> all = new LinkedHashMap<>();
    entries.forEach(entry -> all.put(entry.id(), entry));
    comments
        .filter(comment -> comment.entry().isPresent())
        .forEach(
            comment ->
                all.computeIfAbsent(
                    comment.entry().orElseThrow(),
                    id ->
                        new DraftEntry(
                            id,
                            EntryReference.number(id),
                            comment.draftVersion().orElse(1),
                            Map.of(),
                            "en")));
    return List.copyOf(all.values());
  }
}
