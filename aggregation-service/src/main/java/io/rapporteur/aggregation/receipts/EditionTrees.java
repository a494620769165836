package io.rapporteur.aggregation.receipts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Manifest;
import java.util.Optional;

/** The trees of editions, each built once: an edition never changes. Thread-safe. */
public final class EditionTrees {

  private static final long MOST = 100;

  private final Compilations compilations;
  private final Cache<String, MerkleTree> known = Caffeine.newBuilder().maximumSize(MOST).build();

  /** Builds them from what these tell. */
  public EditionTrees(Compilations compilations) {
    this.compilations = compilations;
  }

  /**
   * The tree of an edition.
   *
   * @param manifest of the edition
   * @return empty if what this instance has read makes another root
   */
  public Optional<MerkleTree> of(String consultation, Manifest manifest) {
    MerkleTree tree =
        known.get(
            consultation + "/" + manifest.edition(),
            key -> MerkleTree.of(compilations.receipts(consultation, manifest.edition())));
    if (tree.root().equals(manifest.root())) {
      return Optional.of(tree);
    }
    known.invalidate(consultation + "/" + manifest.edition());
    return Optional.empty();
  }
}
