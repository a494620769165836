package io.rapporteur.aggregation.search;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** An index of texts. Implementations are thread-safe. */
public interface SearchIndex {

  /**
   * Replaces what is indexed of groups, for instance of a comment as it stands; a group without
   * texts is forgotten.
   *
   * @param groups texts by group
   */
  void replace(Map<String, Collection<Searchable>> groups);

  /**
   * Finds texts.
   *
   * @param question words, which must all be there; "in quotes" a phrase, {@code -word} one that
   *     must not be there, {@code word*} a beginning
   * @param language of the texts; empty for all
   * @param most hits
   */
  Found find(
      String consultation, Reader reader, String question, Optional<String> language, int most);
}
