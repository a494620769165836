package io.rapporteur.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * That a leaf is in a tree (RFC 9162, section 2.1.3; the hashes are those of RFC 6962).
 *
 * @param index of the leaf, from 0
 * @param size how many leaves the tree has
 * @param path hashes from the leaf to the root, 64 hexadecimal digits each
 */
record InclusionProof(long index, long size, List<String> path) {

  private static final HexFormat HEX = HexFormat.of();

  /** Copies the path. */
  InclusionProof {
    path = List.copyOf(path);
  }

  /**
   * The root that the leaf and the path make.
   *
   * @param data of the leaf
   * @return empty if the path does not fit index and size
   */
  Optional<String> root(byte[] data) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    long at = index;
    long last = size - 1;
    byte[] hash = hash(0, data);
    for (String step : path) {
      if (last == 0) {
        return Optional.empty();
      }
      byte[] other = HEX.parseHex(step);
      if ((at & 1) == 1 || at == last) {
        hash = hash(1, other, hash);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        hash = hash(1, hash, other);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 ? Optional.of(HEX.formatHex(hash)) : Optional.empty();
  }

  private static byte[] hash(int kind, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((byte) kind);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: missing from this JDK", e);
    }
  }
}
