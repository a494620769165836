package io.rapporteur.aggregation.compilation;

import io.rapporteur.schemas.revision.CanonicalJson;
import java.util.Map;

/**
 * A text of an edition in its tree: whoever has the receipt knows its digest, and nobody else can
 * guess it.
 *
 * @param comment id
 * @param revision that made the text
 * @param digest of the receipt that was given for the act, 64 hexadecimal digits
 */
public record Leaf(String comment, int revision, String digest) {

  /** What names the text: comment and revision. */
  public String text() {
    return comment + "/" + revision;
  }

  /** The data of the leaf: canonical JSON (RFC 8785) of {@code {comment, digest, revision}}. */
  public byte[] data() {
    return CanonicalJson.bytes(Map.of("comment", comment, "digest", digest, "revision", revision));
  }
}
