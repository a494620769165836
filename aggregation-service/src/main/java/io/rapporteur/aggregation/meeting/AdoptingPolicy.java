package io.rapporteur.aggregation.meeting;

import io.rapporteur.schemas.http.Fault;
import java.util.ArrayList;
import java.util.List;

/** When the list can be adopted: everything is decided, seen by all, and there in the language. */
final class AdoptingPolicy {

  private AdoptingPolicy() {}

  /** All faults of adopting the list in a language. */
  static List<Fault> adopting(Meeting meeting, String language) {
    List<Fault> faults = new ArrayList<>();
    boolean any = false;
    for (Entry entry : meeting.entries()) {
      if (entry.standing().filter(Kind::endsTheMatter).isEmpty()) {
        faults.add(
            Fault.of(
                "entries",
                entry.label() + " is " + entry.standing().map(Kind::word).orElse("proposed"),
                "agreed, agreed as amended, merged, split, deferred or not agreed"));
      }
      if (entry.standing().filter(Kind::agreed).isPresent()) {
        any = true;
        if (!entry.wording().texts().containsKey(language)) {
          faults.add(
              Fault.of(
                  "language",
                  language,
                  "a language of " + entry.label() + ", " + entry.wording().texts().keySet()));
        }
      }
    }
    for (Entry entry : meeting.all()) {
      if (meeting.hides(entry)) {
        faults.add(
            Fault.of("entries", entry.label() + " has not been shown", "nothing that is hidden"));
      }
    }
    if (!any && faults.isEmpty()) {
      faults.add(Fault.of("entries", "none agreed", "at least one that is agreed"));
    }
    return faults;
  }

  /** All faults of the texts of a further language. */
  static List<Fault> following(Adopted adopted, String language, List<String> texts) {
    List<Fault> faults = new ArrayList<>();
    if (adopted.language().equals(language)) {
      faults.add(Fault.of("language", language, "another than that of adoption"));
    }
    if (texts.size() != adopted.items().size()) {
      faults.add(
          Fault.of(
              "texts",
              texts.size() + " texts",
              adopted.items().size() + ", one for each number of the list"));
    }
    return faults;
  }
}
