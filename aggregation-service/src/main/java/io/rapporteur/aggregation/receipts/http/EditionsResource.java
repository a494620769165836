package io.rapporteur.aggregation.receipts.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Consultation.Edition;
import io.rapporteur.aggregation.compilation.Leaf;
import io.rapporteur.aggregation.compilation.Manifest;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.receipts.EditionTrees;
import io.rapporteur.aggregation.receipts.EditionTrees.EditionTree;
import io.rapporteur.aggregation.receipts.MerkleTree;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The editions that are public, with their manifests, and the proof that one holds a receipt. */
@RestController
@RequestMapping("/api/v1/compilations/{id}/editions")
public final class EditionsResource {

  private final Compilations compilations;
  private final EditionTrees trees;
  private final Looking looking;

  /** Answers from these. */
  public EditionsResource(Compilations compilations, EditionTrees trees, Looking looking) {
    this.compilations = compilations;
    this.trees = trees;
    this.looking = looking;
  }

  @GetMapping
  EditionsView editions(@PathVariable String id) {
    Consultation consultation = looking.find(id);
    List<EditionView> editions = new ArrayList<>();
    for (Edition edition : consultation.editions()) {
      compilations
          .manifest(id, edition.name())
          .ifPresent(manifest -> editions.add(EditionView.of(edition, manifest)));
    }
    return new EditionsView(id, editions);
  }

  /** That an edition holds the texts that a receipt was given for; its digest is not to guess. */
  @GetMapping("/{edition}/proofs/{digest}")
  ProofsView proofs(
      @PathVariable String id, @PathVariable String edition, @PathVariable String digest) {
    Consultation consultation = looking.find(id);
    Manifest manifest =
        Optional.of(edition)
            .filter(name -> consultation.editions().stream().anyMatch(e -> e.name().equals(name)))
            .flatMap(name -> compilations.manifest(id, name))
            .filter(found -> !found.root().isEmpty())
            .orElseThrow(
                () ->
                    new RefusedException(
                        ProblemType.NOT_FOUND,
                        "There is no edition " + edition + " that has a tree of receipts."));
    EditionTree tree =
        trees
            .of(id, manifest)
            .orElseThrow(
                () ->
                    new RefusedException(
                        ProblemType.NOT_READY,
                        "Not all comments have been compiled yet; ask again in a few seconds."));
    List<ProofView> proofs =
        tree.leaves().stream()
            .filter(leaf -> leaf.digest().equals(digest))
            .map(leaf -> ProofView.of(leaf, tree.tree()))
            .toList();
    if (proofs.isEmpty()) {
      throw new RefusedException(
          ProblemType.NOT_FOUND,
          "Edition " + edition + " holds no text of a receipt with this digest.");
    }
    return new ProofsView(id, edition, digest, tree.tree().size(), manifest.signed(), proofs);
  }

  /** The editions, in the order of their publication. */
  record EditionsView(String consultation, List<EditionView> editions) {}

  /**
   * An edition.
   *
   * @param root of the tree over the receipts of its texts
   * @param manifest compact JWS (RFC 7515) of type {@code rapporteur-edition}, ES256
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EditionView(
      String edition,
      Instant cutAt,
      int comments,
      String digest,
      @Nullable String root,
      @Nullable String manifest) {

    static EditionView of(Edition edition, Manifest manifest) {
      return new EditionView(
          edition.name(),
          edition.cutAt(),
          manifest.comments(),
          manifest.digest(),
          manifest.root().isEmpty() ? null : manifest.root(),
          manifest.signed().isEmpty() ? null : manifest.signed());
    }
  }

  /**
   * Inclusion proofs (RFC 6962, section 2.1.1) of the texts of a receipt: one, or as many as were
   * handed in as one act.
   *
   * @param size how many leaves the tree has
   * @param manifest signed, it names the root
   */
  record ProofsView(
      String consultation,
      String edition,
      String digest,
      int size,
      String manifest,
      List<ProofView> proofs) {}

  /**
   * The proof of a text.
   *
   * @param index of its leaf, from 0
   * @param path hashes from the leaf to the root, 64 hexadecimal digits each
   */
  record ProofView(String comment, int revision, int index, List<String> path) {

    static ProofView of(Leaf leaf, MerkleTree tree) {
      int index = tree.indexOf(leaf.data());
      return new ProofView(leaf.comment(), leaf.revision(), index, tree.path(index));
    }
  }
}
