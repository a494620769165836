package io.rapporteur.identity;

/**
 * The secret of a demonstration would be used where others reach it; the message is one sentence.
 */
final class DemoSecretExposedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DemoSecretExposedException(String message) {
    super(message);
  }
}
