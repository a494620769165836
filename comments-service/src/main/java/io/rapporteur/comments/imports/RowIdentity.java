package io.rapporteur.comments.imports;

import io.rapporteur.comments.comment.Target;
import io.rapporteur.schemas.revision.CanonicalJson;
import io.rapporteur.schemas.revision.RequestId;
import java.util.List;
import java.util.Optional;

/**
 * Which draft a row is, however often its file is imported: the delegation's, on this, of this
 * ministry, the first, second, third. No place in the file belongs to it, so that rows may move.
 */
record RowIdentity(String participant, String consultation, Optional<String> ministry) {

  /** Id of the draft. */
  String draft(Target target, int occurrence) {
    List<Object> key =
        List.of(
            "row of a table",
            consultation,
            ministry.map(List::of).orElse(List.of()),
            key(target),
            occurrence);
    return RequestId.of(participant, CanonicalJson.digest(key)).created().toString();
  }

  /** What the target is, whatever version of it is meant. */
  static String key(Target target) {
    return target
        .recommendation()
        .map(id -> "recommendation " + id)
        .or(() -> target.section().map(id -> "section " + id))
        .or(() -> target.document().map(id -> "document " + id))
        .orElse("whole");
  }
}
