package io.rapporteur.broker;

/** The broker cannot start or go on; the message is one sentence for the operator. */
public final class BrokerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokerException(String message, Throwable cause) {
    super(message, cause);
  }
}
