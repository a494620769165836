package io.rapporteur.aggregation.meeting;

import io.rapporteur.schemas.http.Fault;
import java.util.ArrayList;
import java.util.List;

/** What a decision of each kind says, whatever stands. */
final class DecisionShape {

  private static final int FEWEST_PARTS = 2;

  private DecisionShape() {}

  /** All faults of a decision. */
  static List<Fault> faults(Decision decision) {
    List<Fault> faults = new ArrayList<>();
    Kind kind = decision.kind();
    boolean fresh = kind == Kind.NEW_FROM_THE_FLOOR;
    if (fresh != decision.entry().isEmpty()) {
      faults.add(
          fresh
              ? Fault.of("entry", decision.entry(), "none; it gets a number of its own")
              : Fault.of("entry", "missing", "the entry that it is on"));
    }
    if ((kind == Kind.AGREED_AS_AMENDED) != decision.wording().isPresent() && !fresh) {
      faults.add(
          kind == Kind.AGREED_AS_AMENDED
              ? Fault.of("texts", "missing", "the text as amended")
              : Fault.of("texts", "given", "none with " + kind.word()));
    }
    if ((kind == Kind.MERGED) != decision.into().isPresent()) {
      faults.add(
          kind == Kind.MERGED
              ? Fault.of("into", "missing", "the entry that it is merged into")
              : Fault.of("into", decision.into().orElse(""), "none with " + kind.word()));
    }
    int parts = decision.parts().size();
    if (kind == Kind.SPLIT && parts < FEWEST_PARTS) {
      faults.add(Fault.of("parts", parts + " parts", "at least two"));
    } else if (fresh && parts != 1) {
      faults.add(Fault.of("texts", "missing", "the text of the new entry"));
    } else if (kind != Kind.SPLIT && !fresh && parts > 0) {
      faults.add(Fault.of("parts", parts + " parts", "none with " + kind.word()));
    }
    return faults;
  }
}
