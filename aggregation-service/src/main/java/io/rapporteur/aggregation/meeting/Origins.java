package io.rapporteur.aggregation.meeting;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the items of an adopted list come from. */
public final class Origins {

  private Origins() {}

  /**
   * The entries that stand in an item: the one that it was, what was merged into it, and what it
   * was split from. Each once, so that it ends whatever stands.
   */
  public static Collection<Entry> of(Adopted.Item item, Meeting meeting) {
    Map<String, Entry> found = new LinkedHashMap<>();
    collect(meeting.entry(item.entry()).orElseThrow(), meeting, found);
    return found.values();
  }

  private static void collect(Entry entry, Meeting meeting, Map<String, Entry> found) {
    if (found.putIfAbsent(entry.id(), entry) == null) {
      meeting.mergedInto(entry).forEach(other -> collect(other, meeting, found));
      entry.parent().flatMap(meeting::entry).ifPresent(whole -> collect(whole, meeting, found));
    }
  }

  /** Entries that are in no item: deferred, not agreed. */
  public static List<Entry> left(Meeting meeting) {
    return meeting.entries().stream()
        .filter(
            entry ->
                entry
                    .standing()
                    .filter(kind -> kind == Kind.DEFERRED || kind == Kind.NOT_AGREED)
                    .isPresent())
        .toList();
  }
}
