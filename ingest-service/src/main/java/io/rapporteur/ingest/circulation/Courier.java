package io.rapporteur.ingest.circulation;

/** Carries messages by one means. Implementations are thread-safe and end well within a claim. */
@FunctionalInterface
public interface Courier {

  /** Tries once. */
  Outcome carry(Message message, Contact contact);

  /** How a try went. A cause is in words, without an address or what the other side wrote. */
  sealed interface Outcome {

    /** The other side took it. */
    record Taken() implements Outcome {}

    /** It may go better later. */
    record NotNow(String cause) implements Outcome {}

    /** It will not go better. */
    record Never(String cause) implements Outcome {}
  }
}
