package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.reading.ListReader.RawItem;
import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.ingest.reading.Notes.Marker;
import io.rapporteur.ingest.reading.Proposers.Parted;
import io.rapporteur.ingest.source.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the lists of one document together to its reading, in the order of the manifest. */
final class AssemblingReading {

  private final Manifest manifest;
  private final Proposers proposers;
  private final List<Section> sections = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();
  private final Map<String, List<String>> notes = new HashMap<>();

  AssemblingReading(Manifest manifest, RecognizingParticipants recognizing) {
    this.manifest = manifest;
    this.proposers = new Proposers(recognizing);
  }

  boolean empty() {
    return items.isEmpty();
  }

  /** Ids that more than one item has; an article and its paragraph may both be named. */
  Set<String> clashes() {
    Set<String> seen = new HashSet<>();
    return items.stream()
        .map(Item::id)
        .filter(id -> !seen.add(id))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  Reading reading() {
    return new Reading(sections, items.stream().map(this::withFootnotes).toList(), questions);
  }

  /** Adds the list of a block; answers whether there is one. */
  boolean list(ListOfRecommendations list, Block block) {
    var reader = new ListReader(block, manifest.language().equals("zh"));
    List<RawItem> raw = reader.items();
    if (raw.isEmpty()) {
      return false;
    }
    String section = open(list, block.heading(), reader.opening());
    boolean dotted = raw.getFirst().mark().form() == Mark.Form.DOTTED;
    Set<String> markers = markers(raw);
    int ordinal = 1;
    for (RawItem each : raw) {
      items.add(item(each, key(list), section, ordinal++, dotted));
      for (FootnoteText note : each.notes()) {
        notes.put(note.marker(), note.text());
        if (!markers.contains(note.marker())) {
          questions.add(
              new Question(
                  QuestionKind.UNPLACED_FOOTNOTE,
                  note.paragraphs().getFirst().line(),
                  "the marker of footnote %s stands in no item of the list"
                      .formatted(note.marker()),
                  List.of(each.label())));
        }
      }
    }
    raw.forEach(this::askAboutGluedDigits);
    questions.addAll(reader.questions());
    return true;
  }

  /**
   * A digit at the end of a word in small letters is a marker that is not raised, or a misprint.
   */
  private void askAboutGluedDigits(RawItem item) {
    for (Marker glued : Notes.glued(item.text())) {
      questions.add(
          new Question(
              QuestionKind.UNPLACED_FOOTNOTE,
              item.mark().line(),
              "%s at the end of a word in %s may be the marker of a footnote"
                  .formatted(glued.number(), item.label()),
              List.of(item.label())));
    }
  }

  private static Set<String> markers(List<RawItem> items) {
    return items.stream()
        .flatMap(
            item ->
                Stream.concat(
                    Notes.markers(item.text()).stream(), Notes.glued(item.text()).stream()))
        .map(Marker::number)
        .collect(Collectors.toSet());
  }

  /** Adds the rows of a table that bear numbers of the paragraph; answers whether there are any. */
  boolean table(ListOfRecommendations list, Source source) {
    var reader = new TableReader(source, list.paragraph());
    if (reader.rows().isEmpty()) {
      return false;
    }
    String section = open(list, "", "");
    int ordinal = 1;
    for (TableReader.Row row : reader.rows()) {
      Parted parted = proposers.part(row.text(), true);
      Map<String, String> cells = new LinkedHashMap<>(row.cells());
      cells.putAll(parted.remarks());
      ask(parted.proposers(), row.line());
      String label = String.valueOf(row.number());
      items.add(
          new Item(
              section + "." + label,
              key(list),
              ordinal++,
              items.size() + 1,
              label,
              list.paragraph() + "." + label,
              section,
              parted.text(),
              List.of(),
              row.line(),
              row.line(),
              List.of(),
              parted.proposers(),
              1,
              List.of(),
              cells));
    }
    questions.addAll(reader.questions());
    return true;
  }

  /** How a list is named in ids. */
  static String key(ListOfRecommendations list) {
    return list.paragraph().toLowerCase(Locale.ROOT);
  }

  private String open(ListOfRecommendations list, String heading, String opening) {
    String section = manifest.document() + "." + key(list);
    Map<String, String> headings = new HashMap<>(list.headings());
    headings.put(manifest.language(), heading);
    sections.add(new Section(section, key(list), headings, list.agendaItem(), opening));
    return section;
  }

  private Item item(RawItem raw, String paragraph, String section, int ordinal, boolean dotted) {
    Parted parted = proposers.part(raw.text(), dotted);
    Map<String, String> annotations = new LinkedHashMap<>(ListReader.annotations(raw));
    annotations.putAll(parted.remarks());
    ask(parted.proposers(), raw.mark().line());
    return new Item(
        section + "." + raw.label(),
        paragraph,
        ordinal,
        items.size() + 1,
        raw.label(),
        raw.mark().printed(),
        section,
        parted.text(),
        List.of(),
        raw.pieces().getFirst().line(),
        raw.pieces().getLast().line(),
        raw.repairs(),
        parted.proposers(),
        raw.aligned().confidence(),
        raw.aligned().alternatives(),
        annotations);
  }

  private void ask(List<Proposer> named, int line) {
    for (Proposer each : named) {
      if (each.participant().isEmpty()) {
        questions.add(
            new Question(
                QuestionKind.UNKNOWN_PROPOSER,
                line,
                "%s is not a name of a participant".formatted(each.name()),
                List.of()));
      }
    }
  }

  /** A footnote belongs to the item that holds its marker, wherever the footnote itself stands. */
  private Item withFootnotes(Item item) {
    var text = new StringBuilder();
    List<Footnote> footnotes = new ArrayList<>();
    int kept = 0;
    for (Marker marker : markersOfNotes(item.text())) {
      text.append(item.text(), kept, marker.start());
      kept = marker.end();
      footnotes.add(
          new Footnote(
              marker.number(),
              String.join("\n", notes.getOrDefault(marker.number(), List.of())),
              text.codePointCount(0, text.length())));
    }
    text.append(item.text(), kept, item.text().length());
    return item.saying(text.toString(), footnotes);
  }

  /** The raised ones, and of those that are not raised the first of each number that has none. */
  private List<Marker> markersOfNotes(String text) {
    List<Marker> markers = new ArrayList<>(Notes.markers(text));
    Set<String> numbers = markers.stream().map(Marker::number).collect(Collectors.toSet());
    Notes.glued(text).stream().filter(glued -> numbers.add(glued.number())).forEach(markers::add);
    return markers.stream()
        .filter(marker -> notes.containsKey(marker.number()))
        .sorted(Comparator.comparingInt(Marker::start))
        .toList();
  }
}
