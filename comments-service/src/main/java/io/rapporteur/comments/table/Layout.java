package io.rapporteur.comments.table;

import io.rapporteur.comments.comment.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns a table has, and in which order. What a table of others has no column for stands in
 * a column of ours behind its own, so that nothing is lost.
 *
 * <p>The headings of the ISO/IEC table are those of its template of 2012-03 and, for reading, those
 * of the template before and of CEN's (guidance to the commenting form). Those of the IPPC table
 * are of its templates for draft ISPMs of 2005 to 2010; for reading, those of the Online Comment
 * System are known too.
 */
public enum Layout {
  /** Ours. */
  OURS(List.of()),
  /** Of ISO and IEC: general, technical and editorial comments by clause. */
  ISO(
      List.of(
          Head.of("MB/NC"),
          Head.of("Line number", Column.LINE_NUMBER),
          Head.of("Clause/Subclause", Column.REFERENCE),
          Head.of("Paragraph/Figure/Table", Column.PLACE),
          Head.of("Type of comment", Column.KIND),
          Head.of("Comments", Column.COMMENT),
          Head.of("Proposed change", Column.PROPOSED_TEXT),
          Head.of("Observations of the secretariat"))),
  /** Of the International Plant Protection Convention: rewordings and explanations by paragraph. */
  IPPC(
      List.of(
          Head.of("Comment number"),
          Head.of("1. Section", Column.SECTION),
          Head.of("2. Para nber", Column.REFERENCE),
          Head.of("3. Sentence/row/indent, etc.", Column.PLACE),
          Head.of("4. Type of comment (Substantive, Editorial, Translation)", Column.KIND),
          Head.of("5. Proposed rewording", Column.PROPOSED_TEXT),
          Head.of("6. Explanation", Column.COMMENT),
          Head.of("7. Country")));

  /** Without their trimmings; the explanation is a reason where a comment stands beside it. */
  static final Map<String, Column> HEADINGS_OF_OTHERS =
      Map.ofEntries(
          Map.entry("line number", Column.LINE_NUMBER),
          Map.entry("line no", Column.LINE_NUMBER),
          Map.entry("clause/subclause", Column.REFERENCE),
          Map.entry("clause", Column.REFERENCE),
          Map.entry("clause no/subclause no/annex", Column.REFERENCE),
          Map.entry("clause no/subclause no", Column.REFERENCE),
          Map.entry("para nber", Column.REFERENCE),
          Map.entry("para no", Column.REFERENCE),
          Map.entry("para number", Column.REFERENCE),
          Map.entry("paragraph no", Column.REFERENCE),
          Map.entry("paragraph number", Column.REFERENCE),
          Map.entry("paragraph/figure/table", Column.PLACE),
          Map.entry("paragraph/figure/table/note", Column.PLACE),
          Map.entry("sentence/row/indent etc", Column.PLACE),
          Map.entry("sentence/row/indent", Column.PLACE),
          Map.entry("location", Column.REFERENCE),
          Map.entry("type of comment", Column.KIND),
          Map.entry("comment type", Column.KIND),
          Map.entry("comments", Column.COMMENT),
          Map.entry("comment by the mb", Column.COMMENT),
          Map.entry("comment", Column.COMMENT),
          Map.entry("explanation", Column.COMMENT),
          Map.entry("proposed change", Column.PROPOSED_TEXT),
          Map.entry("proposed change by the mb", Column.PROPOSED_TEXT),
          Map.entry("proposed rewording", Column.PROPOSED_TEXT),
          Map.entry("section", Column.SECTION));

  private static final Map<Kind, String> ISO_KINDS =
      Map.of(Kind.SUBSTANTIVE, "ge", Kind.TECHNICAL, "te", Kind.EDITORIAL, "ed");

  private final List<Head> own;

  Layout(List<Head> own) {
    this.own = own;
  }

  /**
   * A column as it is written.
   *
   * @param column what stands in it; empty if nothing that we write
   */
  public record Head(String heading, Optional<Column> column) {

    private static Head of(String heading) {
      return new Head(heading, Optional.empty());
    }

    private static Head of(String heading, Column column) {
      return new Head(heading, Optional.of(column));
    }

    /** Whether the delegation, or someone after it, writes in it on a line. */
    public boolean written(Line line) {
      return column.map(line::written).orElse(line.written(Column.COMMENT));
    }
  }

  /** The layout of a name such as {@code iso}. */
  public static Optional<Layout> of(String name) {
    for (Layout layout : values()) {
      if (layout.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(layout);
      }
    }
    return Optional.empty();
  }

  /** The columns of a table, those that it needs beyond its own included. */
  public List<Head> heads(Template template) {
    Words words = Words.in(template.language());
    Set<Column> used = new HashSet<>(Column.standing());
    if (this == OURS) {
      used.addAll(Column.beside());
    }
    template.lines().forEach(line -> used.addAll(line.cells().keySet()));
    List<Head> heads = new ArrayList<>(own);
    own.forEach(head -> head.column().ifPresent(used::remove));
    for (Column column : Column.values()) {
      if (used.contains(column)) {
        heads.add(Head.of(words.heading(column), column));
      }
    }
    return heads;
  }

  /** What stands in a column on a line, in the words of this layout. */
  public String cell(Line line, Head head) {
    String text = head.column().map(line::cell).orElse("");
    return this == ISO && head.column().filter(c -> c == Column.KIND).isPresent()
        ? KnownWords.kind(text).map(kind -> ISO_KINDS.getOrDefault(kind, text)).orElse(text)
        : text;
  }

  /** A kind, in the words of this layout; a language's own word where it has none. */
  public String kind(Kind kind, Words words) {
    return this == ISO ? ISO_KINDS.getOrDefault(kind, words.kind(kind)) : words.kind(kind);
  }
}
