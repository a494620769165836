package io.rapporteur.ingest.circulation;

import java.util.List;

/** Where participants are told. Implementations are thread-safe. */
@FunctionalInterface
public interface Contacts {

  /** One for each participant that has any, as of now. */
  List<Contact> all();
}
