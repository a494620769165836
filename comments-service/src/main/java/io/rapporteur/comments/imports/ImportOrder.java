package io.rapporteur.comments.imports;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.table.Agenda;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.schemas.access.Duty;
import java.util.Optional;
import java.util.Set;

/**
 * A file that a delegation asks to import.
 *
 * @param act who asks, with which key, for what
 * @param ministry private label of the ministry whose drafts the rows are
 * @param language of texts and wordings whose rows name none
 * @param format of the file
 */
public record ImportOrder(
    Act act,
    Set<Duty> duties,
    Consultation consultation,
    Agenda agenda,
    Optional<String> ministry,
    Optional<UnLanguage> language,
    String format) {

  /** Copies the duties. */
  public ImportOrder {
    duties = Set.copyOf(duties);
  }

  /** Id of the import: the same for the same key. */
  public String id() {
    return act.requestId().created().toString();
  }
}
