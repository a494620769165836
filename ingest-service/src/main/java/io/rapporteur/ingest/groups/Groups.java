package io.rapporteur.ingest.groups;

import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import java.util.List;
import java.util.Optional;

/** Groups as the log tells. Implementations are thread-safe. */
public interface Groups {

  /** All, by code. */
  List<Group> all();

  /** The group of a code. */
  Optional<Group> group(String code);

  /**
   * Hands the card to the log as the revision after its own, and answers from the fold.
   *
   * @return what was decided on this request, at this try or at an earlier one
   */
  Decided append(Group card, Request request);

  /** The outcome of an earlier request with the same key; empty if there was none. */
  Optional<Decided> earlier(String code, Request request);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();
}
