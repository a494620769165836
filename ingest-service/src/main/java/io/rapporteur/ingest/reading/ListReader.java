package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.reading.LabelAlignment.Aligned;
import io.rapporteur.ingest.reading.LabelAlignment.Path;
import io.rapporteur.ingest.reading.Mark.Setting;
import io.rapporteur.ingest.source.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cuts the list of a block into its items: where each begins, and which pieces belong to it. */
final class ListReader {

  private static final Set<String> FIRST = Set.of("a", "i", "1");

  private final Block block;
  private final Notes notes;
  private final List<Mark> marks;
  private final Optional<Path> path;
  private final List<Question> questions = new ArrayList<>();

  /**
   * @param runOn a list within an item may begin in the middle of a line, as in Chinese
   */
  ListReader(Block block, boolean runOn) {
    this.block = block;
    this.notes = new Notes(block);
    this.marks = Marks.in(block, notes);
    this.path = LabelAlignment.align(marks, runOn);
  }

  /**
   * An item before its text is put together.
   *
   * @param pieces in the order of the source
   * @param heading that it follows within the list; empty if none
   */
  record RawItem(
      Aligned aligned,
      Mark mark,
      List<Piece> pieces,
      List<FootnoteText> notes,
      List<Repair> repairs,
      String heading) {

    String label() {
      return aligned.label();
    }

    String text() {
      return Piece.join(pieces);
    }
  }

  /** The opening words of the list, up to its first item. */
  String opening() {
    int last = block.to();
    int column = 0;
    if (path.isPresent()) {
      Mark first = marks.get(path.get().items().getFirst().mark());
      last = first.line();
      column = first.start();
    }
    List<Piece> pieces = new ArrayList<>();
    for (int line = block.from(); line < last; line++) {
      if (block.line(line).kind() != Line.Kind.RUNNING) {
        add(pieces, line, block.text(line));
      }
    }
    if (column > 0 && last < block.to()) {
      String text = block.source().line(last).substring(0, column);
      add(
          pieces,
          last,
          last == block.from() ? text.substring(Math.min(block.column(), column)) : text);
    }
    return Piece.join(pieces);
  }

  private static void add(List<Piece> pieces, int line, String text) {
    if (!text.isBlank()) {
      pieces.add(new Piece(line, text.strip()));
    }
  }

  /** The items; empty if the block holds no list. */
  List<RawItem> items() {
    questions.clear();
    if (path.isEmpty()) {
      return List.of();
    }
    List<Aligned> aligned = path.get().items();
    List<RawItem> items = new ArrayList<>();
    String heading = "";
    for (int i = 0; i < aligned.size(); i++) {
      Mark next = i + 1 < aligned.size() ? marks.get(aligned.get(i + 1).mark()) : null;
      Aligned each = aligned.get(i);
      Mark mark = marks.get(each.mark());
      List<Repair> repairs = labelRepairs(each, mark);
      var pieces = new ItemPieces(block, notes, repairs, questions);
      pieces.read(mark, next, each.label());
      items.add(new RawItem(each, mark, pieces.pieces(), pieces.notes(), repairs, heading));
      heading = pieces.headingAfter().isEmpty() ? heading : pieces.headingAfter();
    }
    ask(aligned);
    return items;
  }

  /** What was left open while the items were read. */
  List<Question> questions() {
    return List.copyOf(questions);
  }

  private static List<Repair> labelRepairs(Aligned aligned, Mark mark) {
    List<Repair> repairs = new ArrayList<>();
    if (!mark.bullet().isEmpty()) {
      repairs.add(
          new Repair(
              RepairKind.BULLET,
              mark.line(),
              mark.bullet(),
              "",
              "a bullet stands before the label",
              0.99));
    }
    if (aligned.damage() != null) {
      String label = aligned.path().getLast();
      repairs.add(
          new Repair(
              aligned.damage(),
              mark.line(),
              mark.printed(),
              label,
              "the best path over the whole list puts this item at " + label,
              aligned.confidence()));
    }
    return repairs;
  }

  private void ask(List<Aligned> aligned) {
    Aligned first = aligned.getFirst();
    if (!FIRST.contains(first.label())) {
      questions.add(
          new Question(
              QuestionKind.STARTS_IN_THE_MIDDLE,
              marks.get(first.mark()).line(),
              "the list begins at " + first.label(),
              List.of(first.label())));
    }
    for (Aligned each : aligned) {
      if (!each.missing().isEmpty()) {
        questions.add(
            new Question(
                QuestionKind.GAP,
                marks.get(each.mark()).line(),
                "before %s the series has %s, the list has not"
                    .formatted(each.label(), String.join(", ", each.missing())),
                each.missing()));
      }
    }
    path.orElseThrow().skipped().forEach(this::askAboutSkipped);
  }

  private void askAboutSkipped(int place, List<String> alternatives) {
    Mark mark = marks.get(place);
    boolean inList = mark.line() >= marks.get(path.orElseThrow().items().getFirst().mark()).line();
    if (!alternatives.isEmpty()) {
      questions.add(
          new Question(
              QuestionKind.POSSIBLE_ITEM,
              mark.line(),
              "%s was read as running text".formatted(mark.printed()),
              alternatives));
    } else if (mark.setting() == Setting.LINE && inList) {
      questions.add(
          new Question(
              QuestionKind.LABEL_NOT_TAKEN,
              mark.line(),
              "%s fits no place of the list".formatted(mark.printed()),
              List.of()));
    }
  }

  /** Annotations of an item: the heading that it follows within its list. */
  static Map<String, String> annotations(RawItem raw) {
    return raw.heading().isEmpty() ? Map.of() : Map.of("heading", raw.heading());
  }
}
