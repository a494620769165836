package io.rapporteur.aggregation.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An index of texts. Implementations are thread-safe. */
public interface SearchIndex {

  /**
   * Replaces what is indexed of groups, for instance of a comment as it stands; a group without
   * texts is forgotten. Who searches finds all of the change or nothing.
   *
   * @param texts of a group; asked once for each, and not held
   */
  void replace(Collection<String> groups, Function<String, List<Searchable>> texts);

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
