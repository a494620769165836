package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.reading.Notes.Note;
import io.rapporteur.ingest.source.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers the pieces of one item up to the next, and the footnotes that stand between them. */
final class ItemPieces {

  private static final Pattern NUMBER_ALONE = Pattern.compile("[-–]?\\s?\\p{Nd}{1,4}\\s?[-–]?");
  private static final String ENDS = "؛;.。؟?!；";

  private final Block block;
  private final Notes known;
  private final List<Repair> repairs;
  private final List<Question> questions;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<FootnoteText> notes = new ArrayList<>();
  private String headingAfter = "";
  private @Nullable Mark next;

  ItemPieces(Block block, Notes known, List<Repair> repairs, List<Question> questions) {
    this.block = block;
    this.known = known;
    this.repairs = repairs;
    this.questions = questions;
  }

  List<Piece> pieces() {
    return pieces;
  }

  List<FootnoteText> notes() {
    return notes;
  }

  /** The heading that parts this item from the next; empty if there is none. */
  String headingAfter() {
    return headingAfter;
  }

  /** Reads from a mark up to the next; to the end of the block if there is none. */
  void read(Mark mark, @Nullable Mark next, String label) {
    this.next = next;
    String first = upToNext(mark.line(), block.source().line(mark.line()));
    pieces.add(new Piece(mark.line(), first.substring(mark.end()).strip()));
    int end = next == null ? block.to() : next.line() + (next.start() > 0 ? 1 : 0);
    follow(mark.line() + 1, end, label);
  }

  private String text(int line) {
    return upToNext(line, block.text(line)).strip();
  }

  private String upToNext(int line, String text) {
    return next != null && next.line() == line ? text.substring(0, next.start()) : text;
  }

  private void follow(int begin, int end, String label) {
    boolean apart = false;
    for (int line = begin; line < end; line++) {
      String text = text(line);
      Line each = block.line(line);
      Optional<Note> note = known.beginsAt(line);
      if (note.isPresent()) {
        line = note(line, end, note.get()) - 1;
        apart = true;
      } else if (each.kind() == Line.Kind.HEADING) {
        headingAfter = text;
      } else if (text.isEmpty() || each.kind() == Line.Kind.RUNNING) {
        apart = true;
      } else if (each.kind() != Line.Kind.ROW) {
        goesOn(line, text, apart || each.kind() == Line.Kind.PARAGRAPH, label);
        apart = false;
      }
    }
  }

  /** A line without a label: of a paragraph that is wrapped, or of one that was cut. */
  private void goesOn(int line, String text, boolean apart, String label) {
    String before = pieces.getLast().text();
    boolean loose = (apart && ended(before)) || closed(before);
    pieces.add(new Piece(line, text));
    if (apart) {
      repairs.add(
          new Repair(
              RepairKind.PAGE_BREAK,
              line,
              "the text goes on after a break",
              "joined by one space",
              "the line has no label of its own",
              loose ? 0.6 : 0.97));
    }
    if (NUMBER_ALONE.matcher(text).matches()) {
      questions.add(
          new Question(
              QuestionKind.LOOSE_TEXT,
              line,
              "%s stands alone on a line in %s; it may be the number of a page"
                  .formatted(text, label),
              List.of(label)));
    }
    if (loose) {
      questions.add(
          new Question(
              QuestionKind.LOOSE_TEXT,
              line,
              "a paragraph without a label follows the end of " + label,
              List.of(label)));
    }
  }

  /**
   * A footnote stands between the pieces of an item. It takes all that follows, up to the next item
   * or footnote; but an item that was cut in the middle of a sentence goes on after it, with the
   * last paragraph. Lines are paragraphs of their own, unless the footnote is seen to be wrapped.
   *
   * @return the line after it
   */
  private int note(int begin, int end, Note note) {
    List<Piece> paragraphs = new ArrayList<>();
    paragraphs.add(new Piece(begin, note.text()));
    int line = begin + 1;
    if (note.whole()) {
      keep(note.marker(), paragraphs);
      return line;
    }
    boolean wrapped = known.wrapped(begin);
    boolean apart = false;
    for (; line < end && known.beginsAt(line).isEmpty(); line++) {
      if (block.line(line).kind() == Line.Kind.RUNNING) {
        continue;
      }
      String text = text(line);
      if (!text.isEmpty() && wrapped && !apart) {
        Piece last = paragraphs.removeLast();
        paragraphs.add(new Piece(last.line(), Piece.join(List.of(last, new Piece(line, text)))));
      } else if (!text.isEmpty()) {
        paragraphs.add(new Piece(line, text));
      }
      apart = text.isEmpty();
    }
    if (!ended(pieces.getLast().text()) && paragraphs.size() > 1) {
      goOnAfter(note.marker(), paragraphs.removeLast());
    }
    if (paragraphs.size() > 1) {
      questions.add(
          new Question(
              QuestionKind.LOOSE_TEXT,
              paragraphs.get(1).line(),
              "footnote %s is read to the next item: %d paragraphs"
                  .formatted(note.marker(), paragraphs.size()),
              List.of()));
    }
    keep(note.marker(), paragraphs);
    return line;
  }

  private void keep(String marker, List<Piece> paragraphs) {
    boolean goesOn = !notes.isEmpty() && notes.getLast().marker().equals(marker);
    if (goesOn) {
      notes.getLast().paragraphs().addAll(paragraphs);
    } else {
      notes.add(new FootnoteText(marker, paragraphs));
    }
  }

  private void goOnAfter(String marker, Piece rest) {
    pieces.add(rest);
    repairs.add(
        new Repair(
            RepairKind.FOOTNOTE_BETWEEN,
            rest.line(),
            "footnote " + marker + " cuts the item in two",
            "the item goes on at line " + rest.line(),
            "the item breaks off in the middle of a sentence before the footnote",
            0.9));
  }

  /** Items of a list end with a semicolon, and hardly anything else at the end of a line does. */
  private static boolean closed(String text) {
    return !text.isEmpty() && "؛;；".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  static boolean ended(String text) {
    return !text.isEmpty() && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
