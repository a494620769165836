package io.rapporteur.verifier;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * Checks that an edition holds the texts that a receipt was given for: the receipt is signed, its
 * digest is in leaves of the tree, and the root of the tree stands in the signed manifest of the
 * edition. Immutable.
 */
public final class Verifier {

  private final JWKSet receiptKeys;
  private final JWKSet editionKeys;

  /**
   * Puts it together.
   *
   * @param receiptKeys JWK set of {@code /api/v1/receipt-keys}, got once from where it is trusted
   * @param editionKeys JWK set of {@code /api/v1/edition-keys}
   * @throws RefusedException if one is not a JWK set
   */
  public Verifier(String receiptKeys, String editionKeys) {
    this.receiptKeys = keys("receipt keys", receiptKeys);
    this.editionKeys = keys("edition keys", editionKeys);
  }

  /**
   * What has been verified.
   *
   * @param texts how many texts of the receipt the edition holds
   * @param rootBefore root of the edition before; empty if it is the first
   */
  public record Verified(
      String code,
      String consultation,
      String edition,
      int texts,
      String root,
      Optional<String> rootBefore) {}

  /**
   * Verifies.
   *
   * @param receipt JSON, as it stands in the answer to a comment or submission, or in the register
   * @param proofs JSON, as {@code /api/v1/compilations/{id}/editions/{edition}/proofs/{digest}}
   *     gives them
   * @throws RefusedException if anything does not fit
   */
  public Verified verify(String receipt, String proofs) {
    Map<String, Object> receiptFields = object("receipt", receipt);
    Map<String, Object> proofFields = object("proof", proofs);
    Map<String, Object> signed =
        SignedText.of(
            text("receipt", receiptFields, "signature"), "rapporteur-receipt", receiptKeys);
    signed.forEach((name, value) -> requireSame("receipt", name, value, receiptFields.get(name)));
    String digest = text("receipt", signed, "digest");
    requireSame("proof", "digest", digest, proofFields.get("digest"));
    Map<String, Object> manifest =
        SignedText.of(text("proof", proofFields, "manifest"), "rapporteur-edition", editionKeys);
    requireSame("manifest", "edition", manifest.get("edition"), proofFields.get("edition"));
    requireSame(
        "manifest", "consultation", manifest.get("consultation"), proofFields.get("consultation"));
    String root = text("manifest", manifest, "root");
    int texts = 0;
    for (Map<String, Object> proof : proofs(proofFields)) {
      requireOf(signed, proof);
      if (!Optional.of(root).equals(root(proof, digest, proofFields))) {
        throw new RefusedException(
            "proof: does not lead from the receipt to the root of the edition");
      }
      texts++;
    }
    return new Verified(
        text("receipt", signed, "code"),
        text("manifest", manifest, "consultation"),
        text("manifest", manifest, "edition"),
        texts,
        root,
        Optional.ofNullable(manifest.get("rootBefore")).map(Object::toString));
  }

  /** A receipt of one comment proves that comment alone; that of a submission, each of its own. */
  private static void requireOf(Map<String, Object> signed, Map<String, Object> proof) {
    if (signed.containsKey("comment")) {
      requireSame("proof", "comment", signed.get("comment"), proof.get("comment"));
      requireSame("proof", "revision", signed.get("revision"), proof.get("revision"));
    }
  }

  private static List<Map<String, Object>> proofs(Map<String, Object> fields) {
    try {
      Map<String, Object>[] proofs = JSONObjectUtils.getJSONObjectArray(fields, "proofs");
      if (proofs == null || proofs.length == 0) {
        throw new RefusedException("proof.proofs: missing");
      }
      return List.of(proofs);
    } catch (ParseException | ClassCastException e) {
      throw new RefusedException("proof.proofs: not readable (expected: a list of proofs)");
    }
  }

  private static Optional<String> root(
      Map<String, Object> proof, String digest, Map<String, Object> fields) {
    try {
      byte[] data =
          new JsonCanonicalizer(
                  JSONObjectUtils.toJSONString(
                      Map.of(
                          "comment", text("proof", proof, "comment"),
                          "digest", digest,
                          "revision", JSONObjectUtils.getLong(proof, "revision"))))
              .getEncodedUTF8();
      return new InclusionProof(
              JSONObjectUtils.getLong(proof, "index"),
              JSONObjectUtils.getLong(fields, "size"),
              List.of(JSONObjectUtils.getStringArray(proof, "path")))
          .root(data);
    } catch (ParseException | IOException | IllegalArgumentException | NullPointerException e) {
      throw new RefusedException(
          "proof: not readable (expected: comment, revision, index, path, and the size)");
    }
  }

  private static void requireSame(
      String what, String name, @Nullable Object expected, @Nullable Object found) {
    boolean same =
        expected instanceof Number number
            ? found instanceof Number other && number.longValue() == other.longValue()
            : expected != null && expected.equals(found);
    if (!same) {
      throw new RefusedException(
          what + "." + name + ": " + found + " (expected: " + expected + ")");
    }
  }

  private static String text(String what, Map<String, Object> fields, String name) {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw new RefusedException(what + "." + name + ": missing");
  }

  private static Map<String, Object> object(String what, String json) {
    try {
      return JSONObjectUtils.parse(json);
    } catch (ParseException e) {
      throw new RefusedException(what + ": not readable (expected: a JSON object)");
    }
  }

  static JWKSet keys(String what, String json) {
    try {
      return JWKSet.parse(json);
    } catch (ParseException e) {
      throw new RefusedException(what + ": not readable (expected: a JWK set)");
    }
  }
}
