package io.rapporteur.ingest.participants;

import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import java.util.List;
import java.util.Optional;

/** Participants as the log tells. Implementations are thread-safe. */
public interface Participants {

  /** All, by code. */
  List<Participant> all();

  /** The participant of a code. */
  Optional<Participant> participant(String code);

  /** The participant of a code, with what the log knows of its card. */
  Optional<Recorded> recorded(String code);

  /** Records the cards of participants, side by side. */
  void record(List<Participant> cards, Request request);

  /**
   * Hands a card to the log as the revision after this one.
   *
   * @param standing revision that was seen; 0 for a new participant
   * @return what was decided on this request, at this try or at an earlier one
   */
  Decided append(Participant card, int standing, Request request);

  /** What the log decided on this request before. */
  Optional<Decided> earlier(String code, Request request);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();
}
