package io.rapporteur.schemas.wire;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Since 1.12.2 Avro makes objects only of classes that are declared as trusted: a schema in the log
 * must not name just any class of the process. Ours are the generated records, and nothing else.
 */
public final class TrustedRecords {

  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.DEFAULT,
            type ->
                type.getPackageName().equals("io.rapporteur.events")
                    || type.getPackageName().equals("io.rapporteur.states")));
  }

  private TrustedRecords() {}

  /** Declares them; doing so again changes nothing. */
  public static void declare() {
    // The static initializer has done it.
  }
}
