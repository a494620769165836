package io.rapporteur.aggregation.receipts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Leaf;
import io.rapporteur.aggregation.compilation.Manifest;
import java.util.List;
import java.util.Optional;

/** The trees of editions, each built once: an edition never changes. Thread-safe. */
public final class EditionTrees {

  private static final long MOST = 100;

  private final Compilations compilations;
  private final Cache<String, EditionTree> known = Caffeine.newBuilder().maximumSize(MOST).build();

  /** Builds them from what these tell. */
  public EditionTrees(Compilations compilations) {
    this.compilations = compilations;
  }

  /**
   * An edition's tree with its leaves.
   *
   * @param leaves in no order
   */
  public record EditionTree(MerkleTree tree, List<Leaf> leaves) {}

  /**
   * The tree of an edition.
   *
   * @param manifest of the edition
   * @return empty if what this instance has read makes another root
   */
  public Optional<EditionTree> of(String consultation, Manifest manifest) {
    String key = consultation + "/" + manifest.edition();
    EditionTree tree =
        known.get(
            key,
            unknown -> {
              List<Leaf> leaves = compilations.leaves(consultation, manifest.edition());
              return new EditionTree(
                  MerkleTree.of(leaves.stream().map(Leaf::data).toList()), leaves);
            });
    if (tree.tree().root().equals(manifest.root())) {
      return Optional.of(tree);
    }
    known.invalidate(key);
    return Optional.empty();
  }
}
