package io.rapporteur.comments.imports;

import java.util.List;

/** Who can be named in a row. Implementations are thread-safe. */
public interface Parties {

  /** Who can be asked to join. */
  List<Party> participants();

  /** For whom one may have the right to speak. */
  List<Party> groups();
}
