package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.reading.ListReader.Note;
import io.rapporteur.ingest.reading.ListReader.Piece;
import io.rapporteur.ingest.reading.ListReader.RawItem;
import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.ingest.reading.Reading.Footnote;
import io.rapporteur.ingest.reading.Reading.Item;
import io.rapporteur.ingest.reading.Reading.Section;
import io.rapporteur.ingest.source.Refusal;
import io.rapporteur.ingest.source.Refusal.Fault;
import io.rapporteur.ingest.source.Refusal.Reason;
import io.rapporteur.ingest.source.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the recommendations out of a report. Which paragraphs hold them is said by the manifest and
 * never guessed: the lettered agenda of a meeting looks the same. Stateless.
 */
public final class ReportReader {

  private static final Pattern PARAGRAPH = Pattern.compile("[1-9][0-9]{0,3}");
  private static final Pattern MARKER = Pattern.compile("⁽?([⁰¹²³⁴-⁹]{1,3})⁾?");
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private ReportReader() {}

  /**
   * Reads a report.
   *
   * @return the reading, or every fault that was found
   */
  public static ReadingResult read(Source source, Manifest manifest) {
    var paragraphs = new Paragraphs(source);
    if (paragraphs.count() == 0) {
      return new ReadingResult.Refused(
          Refusal.because(
              Reason.NOT_A_REPORT,
              "file",
              "no numbered paragraph",
              "a report whose paragraphs are numbered from 1"));
    }
    List<Fault> faults = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    Map<String, List<String>> notes = new HashMap<>();
    for (ListOfRecommendations list : manifest.lists()) {
      readList(source, paragraphs, manifest, list, faults, sections, items, notes);
    }
    if (!faults.isEmpty()) {
      return new ReadingResult.Refused(new Refusal(Reason.NOT_A_REPORT, faults));
    }
    List<Item> complete = items.stream().map(item -> withFootnotes(item, notes)).toList();
    return new ReadingResult.Read(new Reading(sections, complete));
  }

  private static void readList(
      Source source,
      Paragraphs paragraphs,
      Manifest manifest,
      ListOfRecommendations list,
      List<Fault> faults,
      List<Section> sections,
      List<Item> items,
      Map<String, List<String>> notes) {
    String number = list.paragraph();
    int start =
        PARAGRAPH.matcher(number).matches() ? paragraphs.start(Integer.parseInt(number)) : 0;
    if (start == 0) {
      faults.add(
          new Fault(
              "lists.paragraph", number, "a paragraph of the report, 1 to " + paragraphs.count()));
      return;
    }
    int paragraph = Integer.parseInt(number);
    var reader = new ListReader(source, start + 1, paragraphs.end(paragraph));
    Optional<List<RawItem>> raw = reader.items();
    if (raw.isEmpty()) {
      faults.add(
          new Fault(
              "lists.paragraph",
              number,
              "a list whose labels follow their series; here an item is missing or a label fits nothing"));
      return;
    }
    String section = manifest.document() + "." + number;
    Map<String, String> headings = new HashMap<>(list.headings());
    headings.put(manifest.language(), paragraphs.headingOf(paragraph));
    List<String> opening = new ArrayList<>(List.of(paragraphs.opening(paragraph).strip()));
    opening.addAll(reader.restOfOpening());
    sections.add(
        new Section(section, number, headings, list.agendaItem(), String.join(" ", opening)));
    int ordinal = 1;
    for (RawItem each : raw.get()) {
      items.add(item(each, number, section, ordinal++, items.size() + 1));
      for (Note note : each.notes()) {
        notes.put(note.marker(), note.pieces().stream().map(Piece::text).toList());
      }
    }
  }

  private static Item item(RawItem raw, String paragraph, String section, int ordinal, int place) {
    return new Item(
        section + "." + raw.label(),
        paragraph,
        ordinal,
        place,
        raw.label(),
        raw.printed(),
        section,
        raw.pieces().stream().map(Piece::text).collect(Collectors.joining(" ")),
        List.of(),
        raw.pieces().getFirst().line(),
        raw.pieces().getLast().line(),
        raw.repairs());
  }

  /** A footnote belongs to the item that holds its marker, wherever the footnote itself stands. */
  private static Item withFootnotes(Item item, Map<String, List<String>> notes) {
    var text = new StringBuilder();
    List<Footnote> footnotes = new ArrayList<>();
    Matcher marker = MARKER.matcher(item.text());
    int kept = 0;
    while (marker.find()) {
      String number = digits(marker.group(1));
      List<String> note = notes.get(number);
      if (note != null) {
        text.append(item.text(), kept, marker.start());
        kept = marker.end();
        footnotes.add(
            new Footnote(number, String.join("\n", note), text.codePointCount(0, text.length())));
      }
    }
    text.append(item.text(), kept, item.text().length());
    return new Item(
        item.id(),
        item.paragraph(),
        item.ordinal(),
        item.place(),
        item.label(),
        item.printedLabel(),
        item.section(),
        text.toString(),
        footnotes,
        item.firstLine(),
        item.lastLine(),
        item.repairs());
  }

  private static String digits(String superscripts) {
    return superscripts
        .chars()
        .mapToObj(c -> String.valueOf(SUPERSCRIPTS.indexOf(c)))
        .collect(Collectors.joining());
  }
}
