package io.rapporteur.aggregation.redaction.http;

import io.rapporteur.aggregation.redaction.NeededEdition;

/**
 * The edition that is needed; given to the door of publication as it stands.
 *
 * @param corrects the edition whose texts it keeps
 */
public record NeededView(String edition, String corrects) {

  /** Shows it. */
  public static NeededView of(NeededEdition needed) {
    return new NeededView(needed.name(), needed.corrects());
  }
}
