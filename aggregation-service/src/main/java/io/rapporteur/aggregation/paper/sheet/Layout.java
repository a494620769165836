package io.rapporteur.aggregation.paper.sheet;

import io.rapporteur.aggregation.paper.Order;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns a table has, under which headings. What a table of others has no column for stands
 * behind its own in ours, so that nothing is lost; attachments, too: neither template has a place
 * for them, and in the cell of the comment their names would be read back as its text. The headings
 * are those by which the desk reads the same tables: of ISO and IEC the template of 2012-03, of the
 * IPPC that for draft ISPMs.
 */
final class Layout {

  private static final Map<Order, List<Head>> OTHERS =
      Map.of(
          Order.OURS,
          List.of(),
          Order.ISO,
          List.of(
              head("MB/NC", Column.PARTICIPANT),
              head("Line number"),
              head("Clause/Subclause", Column.REFERENCE),
              head("Paragraph/Figure/Table"),
              head("Type of comment", Column.KIND),
              head("Comments", Column.COMMENT),
              head("Proposed change", Column.PROPOSED_TEXT),
              head("Observations of the secretariat", Column.OBSERVATION)),
          Order.IPPC,
          List.of(
              head("Comment number"),
              head("1. Section"),
              head("2. Para nber", Column.REFERENCE),
              head("3. Sentence/row/indent, etc."),
              head("4. Type of comment (Substantive, Editorial, Translation)", Column.KIND),
              head("5. Proposed rewording", Column.PROPOSED_TEXT),
              head("6. Explanation", Column.COMMENT),
              head("7. Country", Column.PARTICIPANT)));

  private static final Map<String, String> ISO_KINDS =
      Map.of("substantive", "ge", "technical", "te", "editorial", "ed");

  private final Order order;
  private final Words words;
  private final List<Head> heads = new ArrayList<>();

  Layout(Order order, Paper paper) {
    this.order = order;
    this.words = paper.words();
    Set<Column> left = paper.ofComments() ? EnumSet.allOf(Column.class) : Column.ofTexts();
    left.remove(Column.OBSERVATION);
    for (Head head : OTHERS.getOrDefault(order, List.of())) {
      heads.add(head);
      head.column().ifPresent(left::remove);
    }
    left.forEach(column -> heads.add(head(words.word(column.key()), column)));
  }

  /**
   * A column as it is written.
   *
   * @param column what stands in it; empty if nothing that we write
   */
  record Head(String heading, Optional<Column> column) {}

  private static Head head(String heading) {
    return new Head(heading, Optional.empty());
  }

  private static Head head(String heading, Column column) {
    return new Head(heading, Optional.of(column));
  }

  List<Head> heads() {
    return heads;
  }

  /** A kind, in the words of this layout; a language's own word where it has none. */
  String kind(String kind) {
    String ours = words.word("kind." + kind);
    return order == Order.ISO ? ISO_KINDS.getOrDefault(kind, ours) : ours;
  }
}
