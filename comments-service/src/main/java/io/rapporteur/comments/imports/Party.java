package io.rapporteur.comments.imports;

import java.util.Map;
import java.util.Set;

/**
 * A participant or a group, as people may write it.
 *
 * @param names short and formal ones, by language
 */
public record Party(String code, Map<String, Set<String>> names) {

  /** Copies the map. */
  public Party {
    names = Map.copyOf(names);
  }
}
