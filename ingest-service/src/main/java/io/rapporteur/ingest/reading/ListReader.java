package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.reading.LabelAlignment.Aligned;
import io.rapporteur.ingest.reading.LabelAlignment.Candidate;
import io.rapporteur.ingest.reading.Reading.Repair;
import io.rapporteur.ingest.reading.Reading.RepairKind;
import io.rapporteur.ingest.source.Line;
import io.rapporteur.ingest.source.Source;
import io.rapporteur.schemas.reference.LabelSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts one list into its items: which line begins one, which pieces belong to it, and what is a
 * footnote.
 */
final class ListReader {

  private static final Pattern LABELLED =
      Pattern.compile("^\\s*([-•*–]\\s+)?[(（]?([\\p{L}\u0640\\s]{1,9})[)）]\\s*(.*)$");
  private static final Pattern FOOTNOTE = Pattern.compile("^\\s*[(（]?(\\p{Nd}{1,3})[)）]\\s+(.+)$");
  private static final String ENDS = "؛;.。؟?!";

  private final Source source;
  private final int from;
  private final int to;
  private final List<Candidate> candidates = new ArrayList<>();

  /**
   * @param from line after the opening line of the paragraph
   * @param to line after the last of the paragraph
   */
  ListReader(Source source, int from, int to) {
    this.source = source;
    this.from = from;
    this.to = to;
    for (int line = from; line < to; line++) {
      Matcher matcher = LABELLED.matcher(source.line(line));
      if (matcher.matches() && LabelSeries.canonical(matcher.group(2)).isPresent()) {
        candidates.add(new Candidate(line, matcher.group(2).strip()));
      }
    }
  }

  /**
   * An item before its text is put together.
   *
   * @param pieces in the order of the source
   */
  record RawItem(
      String label, String printed, List<Piece> pieces, List<Note> notes, List<Repair> repairs) {}

  record Piece(int line, String text) {}

  record Note(String marker, List<Piece> pieces) {}

  /** The lines between the opening line and the first item, which belong to the opening. */
  List<String> restOfOpening() {
    int first = candidates.isEmpty() ? to : candidates.getFirst().line();
    return source.lines().subList(from - 1, first - 1).stream()
        .map(Line::shown)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** The items; empty if the labels fit no series. */
  Optional<List<RawItem>> items() {
    return LabelAlignment.align(candidates)
        .map(
            aligned -> {
              List<RawItem> items = new ArrayList<>();
              for (int i = 0; i < aligned.size(); i++) {
                int end =
                    i + 1 < aligned.size()
                        ? candidates.get(aligned.get(i + 1).candidate()).line()
                        : to;
                items.add(item(aligned.get(i), end));
              }
              return items;
            });
  }

  private RawItem item(Aligned aligned, int end) {
    Candidate candidate = candidates.get(aligned.candidate());
    Matcher matcher = LABELLED.matcher(source.line(candidate.line()));
    if (!matcher.matches()) {
      throw new IllegalStateException("line " + candidate.line() + " began an item a moment ago");
    }
    List<Repair> repairs = new ArrayList<>();
    if (matcher.group(1) != null) {
      repairs.add(
          new Repair(
              RepairKind.BULLET,
              candidate.line(),
              matcher.group(1).strip(),
              "",
              "a bullet stands before the label",
              0.99));
    }
    aligned
        .damage()
        .ifPresent(
            kind ->
                repairs.add(
                    new Repair(
                        kind,
                        candidate.line(),
                        candidate.printed(),
                        aligned.label(),
                        "the best path over the whole list puts this item at " + aligned.label(),
                        aligned.confidence())));
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece(candidate.line(), matcher.group(3).strip()));
    List<Note> notes = new ArrayList<>();
    follow(candidate.line() + 1, end, pieces, notes, repairs);
    return new RawItem(aligned.label(), candidate.printed(), pieces, notes, repairs);
  }

  private void follow(
      int begin, int end, List<Piece> pieces, List<Note> notes, List<Repair> repairs) {
    for (int line = begin; line < end; line++) {
      String text = source.line(line).strip();
      Matcher note = FOOTNOTE.matcher(text);
      if (note.matches()) {
        line = note(line, end, note, pieces, notes, repairs) - 1;
      } else if (!text.isEmpty()) {
        pieces.add(new Piece(line, text));
        repairs.add(
            new Repair(
                RepairKind.PAGE_BREAK,
                line,
                "the text goes on after a break",
                "joined by one space",
                "the line has no label of its own",
                0.97));
      }
    }
  }

  /**
   * A footnote stands between the pieces of an item. It takes all that follows, up to the next item
   * or footnote; but an item that was cut in the middle of a sentence goes on after it, with the
   * last paragraph.
   *
   * @return the line after it
   */
  private int note(
      int begin,
      int end,
      Matcher first,
      List<Piece> pieces,
      List<Note> notes,
      List<Repair> repairs) {
    List<Piece> paragraphs = new ArrayList<>();
    paragraphs.add(new Piece(begin, first.group(2)));
    int line = begin + 1;
    for (; line < end && !FOOTNOTE.matcher(source.line(line).strip()).matches(); line++) {
      if (!source.line(line).isBlank()) {
        paragraphs.add(new Piece(line, source.line(line).strip()));
      }
    }
    boolean cut = !ended(pieces.getLast().text());
    if (cut && paragraphs.size() > 1) {
      Piece rest = paragraphs.removeLast();
      pieces.add(rest);
      repairs.add(
          new Repair(
              RepairKind.FOOTNOTE_BETWEEN,
              rest.line(),
              "footnote " + first.group(1) + " cuts the item in two",
              "the item goes on at line " + rest.line(),
              "the item breaks off in the middle of a sentence before the footnote",
              0.9));
    }
    notes.add(new Note(first.group(1), paragraphs));
    return line;
  }

  private static boolean ended(String text) {
    return !text.isEmpty() && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
