package io.rapporteur.schemas.wire;

import org.apache.kafka.common.errors.SerializationException;

/**
 * The schema registry gave no answer. Whoever needed it halts and tries again; nothing is skipped.
 */
public final class RegistryUnavailableException extends SerializationException {

  private static final long serialVersionUID = 1L;

  /** Names the registry and what was asked. */
  public RegistryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
