package io.rapporteur.ingest;

/** What the log decided on a request. */
public enum Decided {
  /** The change counts. */
  COUNTED,
  /** The key was used for another request. */
  KEY_REUSED,
  /** Another change came first. */
  OVERTAKEN
}
