package io.rapporteur.aggregation.meeting.paper;

import io.rapporteur.aggregation.meeting.Adopted;
import io.rapporteur.aggregation.meeting.Entry;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.Part;
import io.rapporteur.aggregation.paper.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The adopted list, numbered anew, without attribution. It states the language of adoption, which
 * others are there, and that it was corrected. A text that is not there in the language of the
 * paper stands in that of adoption. The same list is the same paper on whatever day it is made.
 */
public final class AdoptedList {

  private final Setting setting;
  private final Words words;
  private final Meeting meeting;
  private final Adopted adopted;

  /** Composes a paper of a meeting whose list is adopted. */
  public AdoptedList(Setting setting, Meeting meeting) {
    this.setting = setting;
    this.words = setting.words();
    this.meeting = meeting;
    this.adopted = meeting.adopted().orElseThrow();
  }

  /** The paper. */
  public Paper paper() {
    Set<String> sources = new LinkedHashSet<>();
    List<Part> parts = new ArrayList<>();
    for (Adopted.Item item : adopted.items()) {
      parts.add(point(item));
      meeting
          .entry(item.entry())
          .map(Entry::card)
          .ifPresent(card -> sources.addAll(card.sources()));
    }
    parts.addAll(setting.sections(sources));
    Instant last =
        adopted.corrections().isEmpty()
            ? adopted.adoptedAt()
            : adopted.corrections().getLast().at();
    return setting.paper(
        words.word("meeting.adopted.title"),
        setting.day(last),
        notices(),
        adopted.items().size(),
        parts);
  }

  private List<String> notices() {
    List<String> notices = new ArrayList<>();
    notices.add(
        words.word(
            "meeting.adopted.on",
            setting.date(adopted.adoptedAt()),
            words.tongue(adopted.language())));
    List<String> others = adopted.languages().stream().skip(1).toList();
    if (!others.isEmpty()) {
      notices.add(words.word("meeting.adopted.languages", tongues(others.stream())));
    }
    if (adopted.languages().size() < 6) {
      notices.add(words.word("meeting.adopted.following"));
    }
    for (Adopted.Correction correction : adopted.corrections()) {
      notices.add(
          words.word(
              "meeting.adopted.correction",
              correction.label(),
              setting.date(correction.at()),
              correction.reason(),
              setting.joined(
                  correction.changes().stream()
                      .map(
                          change ->
                              words.word("meeting.lineage.item", Integer.toString(change.item()))
                                  + ", "
                                  + words.tongue(change.language())))));
    }
    return notices;
  }

  private Part point(Adopted.Item item) {
    var text = setting.wording(item.texts(), adopted.language());
    List<String> facts = new ArrayList<>();
    if (item.agreed().size() > 1) {
      facts.add(words.word("meeting.adopted.agreed", tongues(item.agreed().stream().sorted())));
    }
    List<String> corrections =
        adopted.corrections().stream()
            .filter(
                correction ->
                    correction.changes().stream()
                        .anyMatch(
                            change ->
                                change.item() == item.number()
                                    && change.language().equals(text.language())))
            .map(Adopted.Correction::label)
            .toList();
    if (!corrections.isEmpty()) {
      facts.add(words.word("meeting.adopted.corrected", setting.joined(corrections.stream())));
    }
    return new Part.Point(Optional.of(item.number()), "", List.of(text), facts, List.of());
  }

  private String tongues(Stream<String> languages) {
    return setting.joined(languages.map(words::tongue));
  }
}
