package io.rapporteur.ingest.reading;

import java.util.List;

/**
 * A list that the reader proposes.
 *
 * @param section id of its section
 * @param reasons for the secretariat
 */
public record ListProposal(String section, List<String> reasons) {

  /** Copies the reasons. */
  public ListProposal {
    reasons = List.copyOf(reasons);
  }
}
