package io.rapporteur.ingest.participants;

import io.rapporteur.ingest.Request;
import java.util.List;
import java.util.Optional;

/** Participants as the log tells. Implementations are thread-safe. */
public interface Participants {

  /** All, by code. */
  List<Participant> all();

  /** The participant of a code. */
  Optional<Participant> participant(String code);

  /** Records the cards of participants, side by side. */
  void record(List<Participant> cards, Request request);
}
