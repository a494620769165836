package io.rapporteur.comments.imports;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.BesideResolution;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.Draft.Save;
import io.rapporteur.comments.table.Agenda;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.schemas.access.Duty;
import java.util.Optional;
import java.util.Set;

/**
 * A file that a delegation asks to import.
 *
 * @param act who asks, with which key, for what
 * @param by what every save of the import bears
 * @param ministry private label of the ministry whose drafts the rows are
 * @param language of texts and wordings whose rows name none
 * @param format of the file
 * @param besides looks up what rows name beside their words
 * @param parties whom rows can name
 */
public record ImportOrder(
    Act act,
    Save by,
    Set<Duty> duties,
    Consultation consultation,
    Agenda agenda,
    Optional<String> ministry,
    Optional<UnLanguage> language,
    String format,
    BesideResolution besides,
    Parties parties) {

  /** Copies the duties. */
  public ImportOrder {
    duties = Set.copyOf(duties);
  }

  /** The order of an act, whose hashes are made once. */
  public static ImportOrder of(
      Act act,
      Set<Duty> duties,
      Consultation consultation,
      Agenda agenda,
      Optional<String> ministry,
      Optional<UnLanguage> language,
      String format,
      BesideResolution besides,
      Parties parties) {
    String id = act.requestId().created().toString();
    return new ImportOrder(
        act,
        Save.of(act, id),
        duties,
        consultation,
        agenda,
        ministry,
        language,
        format,
        besides,
        parties);
  }

  /** Id of the import: the same for the same key. */
  public String id() {
    return by.id();
  }

  /** A save of this import. */
  Save save(String name) {
    return new Save(name, by.requestId(), by.requestDigest(), by.by(), by.at());
  }

  /** Whether a draft stands as this very import saved it. */
  boolean made(Draft draft) {
    return draft.save().requestId().equals(by.requestId())
        && draft.save().requestDigest().equals(by.requestDigest());
  }
}
