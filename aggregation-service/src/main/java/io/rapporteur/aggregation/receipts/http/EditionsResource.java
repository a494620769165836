package io.rapporteur.aggregation.receipts.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Consultation.Edition;
import io.rapporteur.aggregation.compilation.Leaf;
import io.rapporteur.aggregation.compilation.Manifest;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.receipts.EditionTrees;
import io.rapporteur.aggregation.receipts.EditionTrees.EditionTree;
import io.rapporteur.aggregation.receipts.MerkleTree;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The editions that the caller reads, with their manifests, and the proof that one holds a receipt.
 */
@RestController
@RequestMapping("/api/v1/compilations/{id}/editions")
public final class EditionsResource {

  private final EditionTrees trees;
  private final Looking looking;

  /** Answers from these. */
  public EditionsResource(EditionTrees trees, Looking looking) {
    this.trees = trees;
    this.looking = looking;
  }

  @GetMapping
  ResponseEntity<EditionsView> editions(
      @PathVariable String id, @Nullable Authentication authentication) {
    Consultation consultation = looking.find(id);
    Caller caller = Caller.of(authentication);
    List<EditionView> editions = new ArrayList<>();
    for (Edition edition : consultation.editions()) {
      looking
          .manifest(consultation, caller, edition.name())
          .ifPresent(manifest -> editions.add(EditionView.of(edition, manifest)));
    }
    return answer(new EditionsView(id, editions));
  }

  /** That an edition holds the texts that a receipt was given for; its digest is not to guess. */
  @GetMapping("/{edition}/proofs/{digest}")
  ResponseEntity<ProofsView> proofs(
      @PathVariable String id,
      @PathVariable String edition,
      @PathVariable String digest,
      @Nullable Authentication authentication) {
    Consultation consultation = looking.find(id);
    Manifest manifest =
        looking
            .manifest(consultation, Caller.of(authentication), edition)
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
    return answer(
        new ProofsView(id, edition, digest, tree.tree().size(), manifest.signed(), proofs));
  }

  /** For this caller alone to keep. */
  private static <T> ResponseEntity<T> answer(T body) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        .body(body);
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
