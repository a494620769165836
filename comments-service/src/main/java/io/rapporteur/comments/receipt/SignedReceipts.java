package io.rapporteur.comments.receipt;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Receipt;
import io.rapporteur.comments.comment.Receipts;
import io.rapporteur.comments.submission.SubmissionReceipts;
import io.rapporteur.schemas.revision.CanonicalJson;
import io.rapporteur.schemas.signing.SigningKey;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Receipts signed with the key of this service (ES256). Thread-safe.
 *
 * <p>The digest is the SHA-256 of the canonical JSON (RFC 8785) of {@code {comment, nonce,
 * participant, receivedAt, request, revision}}; the signature covers {@code {code, comment, digest,
 * nonce, participant, receivedAt, revision}}.
 */
public final class SignedReceipts implements Receipts, SubmissionReceipts {

  /** Crockford's alphabet: no letter is taken for a digit. */
  private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

  private static final int GROUPS = 4;
  private static final int GROUP = 4;
  private static final int NONCE_BYTES = 16;

  private final SigningKey key;
  private final SecureRandom random = new SecureRandom();

  /** Signs with this key. */
  public SignedReceipts(SigningKey key) {
    this.key = key;
  }

  @Override
  public Receipt receipt(Act act, String comment, int revision) {
    return receipt(act, "comment", comment, revision);
  }

  /** As that of a comment, with {@code submission} for {@code comment}; its revision is 1. */
  @Override
  public Receipt receiptOfSubmission(Act act, String id) {
    return receipt(act, "submission", id, 1);
  }

  private Receipt receipt(Act act, String what, String id, int revision) {
    byte[] nonceBytes = new byte[NONCE_BYTES];
    random.nextBytes(nonceBytes);
    String nonce = HexFormat.of().formatHex(nonceBytes);
    Map<String, Object> said = new TreeMap<>();
    said.put(what, id);
    said.put("nonce", nonce);
    said.put("participant", act.participant());
    said.put("receivedAt", act.receivedAt().toString());
    said.put("revision", revision);
    said.put("request", act.request());
    String digest = CanonicalJson.digest(said);
    String code = code();
    said.remove("request");
    said.put("digest", digest);
    said.put("code", code);
    return new Receipt(
        code, nonce, digest, key.sign("rapporteur-receipt", CanonicalJson.bytes(said)));
  }

  private String code() {
    var code = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(ALPHABET[random.nextInt(ALPHABET.length)]);
    }
    return code.toString();
  }
}
