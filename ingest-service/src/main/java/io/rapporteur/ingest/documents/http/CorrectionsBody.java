package io.rapporteur.ingest.documents.http;

import io.rapporteur.ingest.documents.Correction;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.TextLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of {@code PATCH /documents/{id}}: corrections in the order in which they are applied.
 *
 * @param corrections stand-ins where there are faults
 * @param faults all of them
 */
record CorrectionsBody(List<Correction> corrections, String reason, List<Fault> faults) {

  private static final TextLimit ID = TextLimit.characters(300);
  private static final TextLimit REASON = TextLimit.characters(2_000);
  private static final TextLimit TEXT = TextLimit.characters(20_000);
  private static final int MOST = 500;

  private enum Kind {
    LABEL,
    TEXT,
    SPLIT,
    JOIN,
    CONFIRM,
    DROP,
    ABSENT,
    CONFIRM_LIST,
    DROP_LIST,
    MOVE_FOOTNOTE
  }

  private static final Map<String, Kind> KINDS = kinds();

  static CorrectionsBody read(ObjectNode body) {
    var fields = new Fields(body);
    List<Correction> corrections = new ArrayList<>();
    for (Fields each : fields.objects("corrections", MOST)) {
      corrections.add(correction(each));
      each.refuseOthers();
    }
    if (corrections.isEmpty()) {
      fields.fault("corrections", "missing", "at least one correction");
    }
    String reason = fields.text("reason", REASON);
    fields.refuseOthers();
    return new CorrectionsBody(corrections, reason, fields.faults());
  }

  private static Correction correction(Fields fields) {
    Kind kind = fields.word("kind", KINDS, Kind.DROP);
    String item = fields.text("item", ID);
    return switch (kind) {
      case LABEL -> new Correction.Label(item, fields.text("label", ID), false);
      case TEXT -> new Correction.Text(item, fields.text("text", TEXT));
      case SPLIT -> new Correction.Split(item, number(fields, "at"), fields.text("label", ID));
      case JOIN -> new Correction.Join(item, fields.text("next", ID));
      case CONFIRM -> new Correction.Confirm(item);
      case DROP -> new Correction.Drop(item);
      case ABSENT -> new Correction.Absent(item);
      case CONFIRM_LIST -> new Correction.ConfirmList(item);
      case DROP_LIST -> new Correction.DropList(item);
      case MOVE_FOOTNOTE ->
          new Correction.MoveFootnote(
              item, fields.text("marker", ID), fields.text("to", ID), offset(fields));
    };
  }

  private static int number(Fields fields, String name) {
    Optional<Integer> number = fields.optionalNumber(name);
    if (number.isEmpty()) {
      fields.fault(name, "missing", "a whole number from 1");
    }
    return number.orElse(1);
  }

  /** Before the text if not given. */
  private static int offset(Fields fields) {
    return fields.optionalNumber("offset").orElse(0);
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      kinds.put(kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), kind);
    }
    return kinds;
  }
}
