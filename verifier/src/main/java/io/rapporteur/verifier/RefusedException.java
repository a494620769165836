package io.rapporteur.verifier;

/** Something does not fit; the message says what. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
