package io.rapporteur.ingest;

/** What the log decided on a request. */
public enum Decided {
  /** The change counts. */
  COUNTED,
  /** The key was used for another request. */
  KEY_REUSED,
  /** Another change came first. */
  OVERTAKEN;

  /**
   * What the event that counted says of a request.
   *
   * @param requestId of the event
   * @param requestDigest of the event
   */
  public static Decided of(String requestId, String requestDigest, Request request) {
    if (!requestId.equals(request.id().value())) {
      return OVERTAKEN;
    }
    return requestDigest.equals(request.digest()) ? COUNTED : KEY_REUSED;
  }
}
