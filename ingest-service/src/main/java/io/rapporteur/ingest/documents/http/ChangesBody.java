package io.rapporteur.ingest.documents.http;

import io.rapporteur.ingest.documents.Change;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.TextLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of {@code POST /documents/{id}/publication}: what the differences from what is published
 * are. None is needed where there are no such differences.
 *
 * @param changes stand-ins where there are faults
 * @param reason empty if there are no changes
 * @param faults all of them
 */
record ChangesBody(List<Change> changes, String reason, List<Fault> faults) {

  static final ChangesBody NONE = new ChangesBody(List.of(), "", List.of());

  private static final TextLimit NAME = TextLimit.characters(300);
  private static final TextLimit REASON = TextLimit.characters(2_000);
  private static final int MOST = 2_000;
  private static final int LANGUAGES = 6;
  private static final Map<String, Change.As> AS =
      Arrays.stream(Change.As.values())
          .collect(
              Collectors.toMap(Change.As::word, as -> as, (one, other) -> one, LinkedHashMap::new));

  static ChangesBody read(ObjectNode body) {
    var fields = new Fields(body);
    List<Change> changes = new ArrayList<>();
    for (Fields each : fields.objects("changes", MOST)) {
      changes.add(
          new Change(
              each.text("recommendation", NAME),
              each.word("as", AS, Change.As.TRANSCRIPTION),
              each.optionalText("symbol", NAME),
              each.texts("languages", LANGUAGES, NAME),
              each.optionalText("into", NAME)));
      each.refuseOthers();
    }
    String reason =
        changes.isEmpty()
            ? fields.optionalText("reason", REASON).orElse("")
            : fields.text("reason", REASON);
    fields.refuseOthers();
    return new ChangesBody(changes, reason, fields.faults());
  }
}
