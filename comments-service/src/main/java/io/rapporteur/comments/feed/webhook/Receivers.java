package io.rapporteur.comments.feed.webhook;

import io.rapporteur.comments.feed.Following;
import java.util.List;

/** Calls receivers. Implementations are thread-safe and end well within a claim. */
@FunctionalInterface
public interface Receivers {

  /**
   * Calls one once.
   *
   * @param id the same for the same entries: a receiver that knows it has them
   * @param secrets each of which signs
   */
  Outcome call(Webhook webhook, String id, List<String> secrets, Following.Page page);

  /** How it went. A cause is in words, without an address or what the other side wrote. */
  sealed interface Outcome {

    /** The other side took it. */
    record Taken() implements Outcome {}

    /** It may go better later. */
    record NotNow(String cause) implements Outcome {}

    /** It will not go better. */
    record Never(String cause) implements Outcome {}
  }
}
