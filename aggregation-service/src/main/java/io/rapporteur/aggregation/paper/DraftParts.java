package io.rapporteur.aggregation.paper;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.DraftEntry;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The part of a paper on the consolidated draft: its entries that were commented on, in its order.
 */
final class DraftParts {

  private DraftParts() {}

  /**
   * The parts; none if nobody commented on an entry.
   *
   * @param language of the paper, as its tag
   * @param table lays out the comments on one entry
   */
  static Stream<Part> of(
      List<DraftEntry> entries,
      Map<String, List<Comment>> byEntry,
      String language,
      Function<List<Comment>, Stream<Part>> table) {
    return byEntry.isEmpty()
        ? Stream.empty()
        : Stream.concat(
            Stream.<Part>of(new Part.Draft()),
            entries.stream()
                .filter(entry -> byEntry.containsKey(entry.id()))
                .flatMap(
                    entry ->
                        Stream.concat(
                            Stream.<Part>of(
                                new Part.DraftEntry(
                                    entry, Wording.of(entry.texts(), language, entry.language()))),
                            table.apply(byEntry.getOrDefault(entry.id(), List.of())))));
  }
}
