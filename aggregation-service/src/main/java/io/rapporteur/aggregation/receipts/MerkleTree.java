package io.rapporteur.aggregation.receipts;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * A Merkle tree (RFC 6962, section 2.1) over the texts of an edition, each as the data of its
 * {@code Leaf}. The leaves stand in ascending order of their hashes, so that their order tells
 * nothing. Immutable.
 */
public final class MerkleTree {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;
  private static final HexFormat HEX = HexFormat.of();

  private final List<String> leaves;

  /** Hashes level by level, from the leaves to the root; a last one without a pair moves up. */
  private final List<List<byte[]>> levels = new ArrayList<>();

  private MerkleTree(List<byte[]> data) {
    leaves = data.stream().map(each -> HEX.formatHex(hash(LEAF, each))).sorted().toList();
    List<byte[]> level = leaves.stream().map(HEX::parseHex).toList();
    levels.add(level);
    while (level.size() > 1) {
      List<byte[]> above = new ArrayList<>();
      for (int left = 0; left + 1 < level.size(); left += 2) {
        above.add(hash(NODE, level.get(left), level.get(left + 1)));
      }
      if (level.size() % 2 == 1) {
        above.add(level.getLast());
      }
      levels.add(above);
      level = above;
    }
  }

  /** The tree over these data, given in any order. */
  public static MerkleTree of(List<byte[]> data) {
    return new MerkleTree(data);
  }

  /** How many leaves it has. */
  public int size() {
    return leaves.size();
  }

  /** Its root, 64 hexadecimal digits; the hash of nothing if it has no leaf. */
  public String root() {
    return HEX.formatHex(leaves.isEmpty() ? sha256().digest() : levels.getLast().getFirst());
  }

  /** Index of the leaf of these data, from 0; negative if there is none. */
  public int indexOf(byte[] data) {
    return Collections.binarySearch(leaves, HEX.formatHex(hash(LEAF, data)));
  }

  /**
   * The audit path of a leaf (RFC 6962, section 2.1.1): the hashes to combine with, from the leaf
   * to the root, 64 hexadecimal digits each.
   *
   * @param index of the leaf, from 0
   */
  public List<String> path(int index) {
    List<String> path = new ArrayList<>();
    int at = index;
    for (List<byte[]> level : levels.subList(0, levels.size() - 1)) {
      int pair = at ^ 1;
      if (pair < level.size()) {
        path.add(HEX.formatHex(level.get(pair)));
      }
      at >>= 1;
    }
    return path;
  }

  private static byte[] hash(byte kind, byte[]... parts) {
    MessageDigest digest = sha256();
    digest.update(kind);
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: missing from this JDK", e);
    }
  }
}
