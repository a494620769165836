package io.rapporteur.comments.feed.webhook;

/**
 * The secrets that calls are signed with. They are made from a key of the service whenever they are
 * needed, so that the log holds none.
 */
public interface Secrets {

  /** Id of the key; instances that share the key have the same. */
  String key();

  /** The secret of a participant's webhook of this number, {@code whsec_...}. */
  String secret(String participant, int number);
}
