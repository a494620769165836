package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.reading.Footnote;
import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A reading on which corrections are tried one after the other. One that does not fit is a fault
 * and changes nothing; the next is tried on what stands. Not thread-safe.
 */
final class CorrectedReading {

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]{1,8}([.-][a-z0-9]{1,8}){0,3}");

  private Reading reading;
  private final List<Item> items;

  CorrectedReading(Reading reading) {
    this.reading = reading;
    this.items = new ArrayList<>(reading.items());
  }

  /** A correction that does not fit; {@code field} is the one of the correction that is wrong. */
  record Misfit(String field, String value, String expected) {}

  /** The reading as it stands, its items counted anew. */
  Reading reading() {
    Map<String, Integer> ordinals = new HashMap<>();
    List<Item> counted = new ArrayList<>();
    for (Item item : items) {
      int ordinal = ordinals.merge(item.section(), 1, Integer::sum);
      counted.add(item.at(ordinal, counted.size() + 1));
    }
    return reading.with(counted);
  }

  /** Applies one correction; answers why not, if it does not fit. */
  Optional<Misfit> apply(Correction correction) {
    return switch (correction) {
      case Correction.Absent(String id) -> absent(id);
      case Correction.ConfirmList(String section) -> decided(section, reading.confirming(section));
      case Correction.DropList(String section) -> {
        Optional<Misfit> misfit = decided(section, reading.dropping(section));
        if (misfit.isEmpty()) {
          items.removeIf(item -> item.section().equals(section));
        }
        yield misfit;
      }
      case Correction.OfItem ofItem -> ofItem(ofItem);
    };
  }

  private Optional<Misfit> absent(String id) {
    return place(id) < 0
        ? Optional.empty()
        : misfit("item", id, "a recommendation that the reading lacks");
  }

  private Optional<Misfit> decided(String section, Reading decided) {
    if (reading.proposals().equals(decided.proposals())) {
      return misfit("item", section, "the section of a list that is proposed");
    }
    reading = decided;
    return Optional.empty();
  }

  private Optional<Misfit> ofItem(Correction.OfItem correction) {
    int place = place(correction.item());
    if (place < 0) {
      return misfit("item", correction.item(), "an item of the reading");
    }
    Item item = items.get(place);
    return switch (correction) {
      case Correction.Label(String id, String label, boolean keepsId) ->
          label(place, item, label, keepsId);
      case Correction.Text(String id, String text) -> {
        items.set(place, item.saying(text, clipped(item.footnotes(), length(text))));
        yield Optional.empty();
      }
      case Correction.Split(String id, int at, String label) -> split(place, item, at, label);
      case Correction.Join(String id, String next) -> join(place, item, next);
      case Correction.Confirm(String id) -> {
        items.set(place, item.labelled(item.id(), item.label()));
        yield Optional.empty();
      }
      case Correction.Drop(String id) -> {
        items.remove(place);
        yield Optional.empty();
      }
      case Correction.MoveFootnote(String id, String marker, String to, int offset) ->
          moveFootnote(place, item, marker, to, offset);
    };
  }

  private Optional<Misfit> label(int place, Item item, String label, boolean keepsId) {
    Optional<Misfit> misfit = labelMisfit(label);
    if (misfit.isPresent()) {
      return misfit;
    }
    String id = keepsId ? item.id() : item.section() + "." + label;
    if (!id.equals(item.id()) && place(id) >= 0) {
      return misfit("label", label, "a label that no other item has");
    }
    items.set(place, item.labelled(id, label));
    return Optional.empty();
  }

  private Optional<Misfit> split(int place, Item item, int at, String label) {
    Optional<Misfit> misfit = labelMisfit(label);
    if (misfit.isPresent()) {
      return misfit;
    }
    String id = item.section() + "." + label;
    if (place(id) >= 0) {
      return misfit("label", label, "a label that no other item has");
    }
    int length = length(item.text());
    if (at < 1 || at >= length) {
      return misfit("at", Integer.toString(at), "1 to " + (length - 1));
    }
    int cut = item.text().offsetByCodePoints(0, at);
    String first = item.text().substring(0, cut).stripTrailing();
    String rest = item.text().substring(cut);
    String second = rest.stripLeading();
    if (first.isBlank() || second.isBlank()) {
      return misfit("at", Integer.toString(at), "a place with text on both sides");
    }
    int shift = at + length(rest) - length(second);
    List<Footnote> before = item.footnotes().stream().filter(note -> note.offset() <= at).toList();
    List<Footnote> after =
        item.footnotes().stream()
            .filter(note -> note.offset() > at)
            .map(note -> at(note, Math.max(0, note.offset() - shift)))
            .toList();
    items.set(place, item.saying(first, clipped(before, length(first))));
    items.add(place + 1, item.labelled(id, label).saying(second, after));
    return Optional.empty();
  }

  private Optional<Misfit> join(int place, Item item, String next) {
    boolean follows =
        place + 1 < items.size()
            && items.get(place + 1).id().equals(next)
            && items.get(place + 1).section().equals(item.section());
    if (!follows) {
      return misfit("next", next, "the item that follows in the same section");
    }
    Item other = items.remove(place + 1);
    int shift = length(item.text()) + 1;
    List<Footnote> footnotes = new ArrayList<>(item.footnotes());
    other.footnotes().forEach(note -> footnotes.add(at(note, note.offset() + shift)));
    items.set(place, item.joinedWith(other, item.text() + " " + other.text(), footnotes));
    return Optional.empty();
  }

  private Optional<Misfit> moveFootnote(
      int place, Item item, String marker, String to, int offset) {
    Optional<Footnote> moved =
        item.footnotes().stream().filter(note -> note.marker().equals(marker)).findFirst();
    if (moved.isEmpty()) {
      return misfit("marker", marker, "the marker of a footnote of " + item.id());
    }
    int target = place(to);
    if (target < 0) {
      return misfit("to", to, "an item of the reading");
    }
    int length = length(items.get(target).text());
    if (offset < 0 || offset > length) {
      return misfit("offset", Integer.toString(offset), "0 to " + length);
    }
    items.set(
        place,
        item.saying(item.text(), item.footnotes().stream().filter(n -> n != moved.get()).toList()));
    Item receiving = items.get(target);
    List<Footnote> footnotes = new ArrayList<>(receiving.footnotes());
    footnotes.add(at(moved.get(), offset));
    footnotes.sort(java.util.Comparator.comparingInt(Footnote::offset));
    items.set(target, receiving.saying(receiving.text(), footnotes));
    return Optional.empty();
  }

  private int place(String id) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<Misfit> labelMisfit(String label) {
    return LABEL.matcher(label).matches()
        ? Optional.empty()
        : misfit("label", label, "a canonical label such as jj, a.i, a-bis or 1");
  }

  private static Optional<Misfit> misfit(String field, String value, String expected) {
    return Optional.of(new Misfit(field, value, expected));
  }

  private static List<Footnote> clipped(List<Footnote> footnotes, int length) {
    return footnotes.stream().map(note -> at(note, Math.min(note.offset(), length))).toList();
  }

  private static Footnote at(Footnote note, int offset) {
    return new Footnote(note.marker(), note.text(), offset);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
