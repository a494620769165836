package io.rapporteur.schemas.wire;

import org.apache.kafka.common.errors.SerializationException;

/** Bytes that no known schema reads. The record is kept as a dead letter and the reader goes on. */
public final class PoisonException extends SerializationException {

  private static final long serialVersionUID = 1L;

  /** Says what is wrong with the bytes, never what they hold. */
  public PoisonException(String message) {
    super(message);
  }

  /** Says what is wrong with the bytes, never what they hold. */
  public PoisonException(String message, Throwable cause) {
    super(message, cause);
  }
}
