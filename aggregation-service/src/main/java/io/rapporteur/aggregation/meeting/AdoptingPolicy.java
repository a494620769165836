package io.rapporteur.aggregation.meeting;

import io.rapporteur.schemas.http.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    if (!adopted.language().equals(language) && adopted.languages().contains(language)) {
      faults.add(
          Fault.of(
              "language", language, "one in which the list is not there; a correction changes it"));
    }
    if (texts.size() != adopted.items().size()) {
      faults.add(
          Fault.of(
              "texts",
              texts.size() + " texts",
              adopted.items().size() + ", one for each number of the list"));
      return faults;
    }
    for (Adopted.Item item : adopted.items()) {
      String text = texts.get(item.number() - 1);
      if (item.agreed().contains(language) && !text.equals(item.texts().get(language))) {
        faults.add(
            Fault.of(
                "texts[" + (item.number() - 1) + "]",
                "another",
                "the text of " + item.number() + " that was agreed in " + language));
      }
    }
    return faults;
  }

  /** All faults of a correction. */
  static List<Fault> correcting(Adopted adopted, List<Step.CorrectText> texts) {
    List<Fault> faults = new ArrayList<>();
    if (texts.isEmpty()) {
      faults.add(Fault.of("texts", "none", "at least one that is corrected"));
    }
    Set<String> corrected = new HashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      Step.CorrectText text = texts.get(i);
      String path = "texts[" + i + "].";
      if (text.item() < 1 || text.item() > adopted.items().size()) {
        faults.add(
            Fault.of(
                path + "number",
                Integer.toString(text.item()),
                "a number of the list, 1 to " + adopted.items().size()));
        continue;
      }
      String standing = adopted.items().get(text.item() - 1).texts().get(text.language());
      if (standing == null) {
        faults.add(
            Fault.of(
                path + "language",
                text.language(),
                "a language in which " + text.item() + " is there; others follow"));
      } else if (standing.equals(text.text())) {
        faults.add(Fault.of(path + "text", "the one that stands", "another"));
      }
      if (!corrected.add(text.item() + " " + text.language())) {
        faults.add(Fault.of(path + "number", Integer.toString(text.item()), "each text once"));
      }
    }
    return faults;
  }
}
