package io.rapporteur.aggregation.meeting.paper;

import io.rapporteur.aggregation.meeting.Entry;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.Part;
import io.rapporteur.aggregation.paper.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The consolidated draft as it was circulated last, for those who do not lead. */
public final class CirculatedDraft {

  private final Setting setting;
  private final Words words;
  private final Meeting meeting;

  /** Composes a paper of a meeting whose draft was circulated. */
  public CirculatedDraft(Setting setting, Meeting meeting) {
    this.setting = setting;
    this.words = setting.words();
    this.meeting = meeting;
  }

  /** The paper. */
  public Paper paper() {
    Meeting.Circulation circulation = meeting.circulation().orElseThrow();
    List<Entry> entries = meeting.pictures();
    Set<String> sources = new LinkedHashSet<>();
    List<Part> parts = new ArrayList<>();
    for (Entry entry : entries) {
      Entry.Picture picture = entry.picture().orElseThrow();
      sources.addAll(picture.sources());
      parts.add(
          new Part.Point(
              Optional.empty(),
              words.word("meeting.entry", Integer.toString(entry.number())),
              List.of(setting.wording(picture.wording().texts(), picture.wording().language())),
              picture.sources().isEmpty()
                  ? List.of()
                  : List.of(
                      words.word(
                          "meeting.sources",
                          setting.joined(picture.sources().stream().map(setting::reference)))),
              List.of()));
    }
    parts.addAll(setting.sections(sources));
    List<String> notices = new ArrayList<>(List.of(words.word("meeting.notice.draft")));
    if (setting.machineRead(sources)) {
      notices.add(words.word("notice.machine-read"));
    }
    return setting.paper(
        words.word("meeting.draft.title", Integer.toString(circulation.version())),
        setting.day(circulation.at()),
        notices,
        entries.size(),
        parts);
  }
}
