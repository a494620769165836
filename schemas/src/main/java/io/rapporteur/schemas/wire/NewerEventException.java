package io.rapporteur.schemas.wire;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * An event of a type newer than this version. The reader halts: skipping it would fold a wrong
 * state.
 */
public final class NewerEventException extends SerializationException {

  private static final long serialVersionUID = 1L;

  /** Names the schema that could not be resolved. */
  public NewerEventException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
