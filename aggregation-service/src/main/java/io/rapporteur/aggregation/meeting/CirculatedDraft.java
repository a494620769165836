package io.rapporteur.aggregation.meeting;

import io.rapporteur.aggregation.compilation.DraftEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The consolidated draft of a meeting as others have got it, version by version. Pure. */
public final class CirculatedDraft {

  private CirculatedDraft() {}

  /**
   * The entries that have been circulated, in the order of the draft; those that the last version
   * left out follow.
   */
  public static List<DraftEntry> entries(Meeting meeting) {
    Map<String, DraftEntry> entries = new LinkedHashMap<>();
    for (Meeting.Circulation circulation : meeting.circulations().reversed()) {
      circulation
          .texts()
          .forEach(
              (id, wording) ->
                  entries.putIfAbsent(
                      id,
                      new DraftEntry(
                          id,
                          meeting.entry(id).orElseThrow().number(),
                          circulation.version(),
                          wording.texts(),
                          wording.language())));
    }
    return List.copyOf(entries.values());
  }

  /** What a version says of an entry, by language; empty if it does not hold it. */
  public static Optional<Map<String, String>> texts(Meeting meeting, String entry, int version) {
    return meeting.circulations().stream()
        .filter(circulation -> circulation.version() == version)
        .findFirst()
        .flatMap(circulation -> Optional.ofNullable(circulation.texts().get(entry)))
        .map(Wording::texts);
  }
}
