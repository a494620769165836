package io.rapporteur.ingest.consultations;

import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import java.util.List;
import java.util.Optional;

/** Consultations as the log tells. Implementations are thread-safe. */
public interface Consultations {

  /** The consultation of an id. */
  Optional<Consultation> consultation(String id);

  /** All, by id. */
  List<Consultation> all();

  /**
   * Hands a change to the log as the revision after the one given, and answers from the fold.
   *
   * @param revision that the caller has seen; 0 to open
   * @return what was decided on this request, at this try or at an earlier one
   */
  Decided append(String id, int revision, Change change, Request request);

  /** The outcome of an earlier request with the same key; empty if there was none. */
  Optional<Decided> earlier(String id, Request request);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();
}
