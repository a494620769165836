package io.rapporteur.aggregation.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {

  @ParameterizedTest
  @CsvSource({
    "'', 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "00, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
  })
  void hashesALeafAsTheTestVectorsOfCertificateTransparencyDo(String data, String root) {
    assertThat(MerkleTree.of(List.of(HexFormat.of().parseHex(data))).root()).isEqualTo(root);
  }

  @Test
  void hashesTwoLeavesAsTheTestVectorsOfCertificateTransparencyDo() {
    assertThat(MerkleTree.of(List.of(new byte[0], new byte[] {0})).root())
        .isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
  }

  @Test
  void hasTheHashOfNothingAsTheRootOfNothing() {
    assertThat(MerkleTree.of(List.of()).root())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void doesNotDependOnTheOrderInWhichTextsAreFound() {
    List<byte[]> digests = new ArrayList<>(digests(100));
    String root = MerkleTree.of(digests).root();

    Collections.shuffle(digests, new Random(3));

    assertThat(MerkleTree.of(digests).root()).isEqualTo(root);
    assertThat(MerkleTree.of(digests.subList(0, 99)).root()).isNotEqualTo(root);
  }

  @Test
  void everyLeafOfEverySizeHasAPathToTheRootAndNoOtherLeafHasIt() {
    for (int size = 1; size <= 70; size++) {
      MerkleTree tree = MerkleTree.of(digests(size));
      for (byte[] digest : digests(size)) {
        int index = tree.indexOf(digest);
        List<String> path = tree.path(index);

        assertThat(rootFrom(digest, index, size, path)).isEqualTo(tree.root());
        assertThat(rootFrom(digests(71).getLast(), index, size, path)).isNotEqualTo(tree.root());
      }
    }
  }

  @Test
  void knowsWhatItDoesNotHold() {
    assertThat(MerkleTree.of(digests(5)).indexOf(new byte[32])).isNegative();
  }

  /** RFC 9162, section 2.1.3.2. */
  private static String rootFrom(byte[] digest, int index, int size, List<String> path) {
    int at = index;
    int last = size - 1;
    byte[] hash = hash(0, digest);
    for (String step : path) {
      byte[] other = HexFormat.of().parseHex(step);
      if (at % 2 == 1 || at == last) {
        hash = hash(1, other, hash);
        while (at % 2 == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        hash = hash(1, hash, other);
      }
      at >>= 1;
      last >>= 1;
    }
    return HexFormat.of().formatHex(hash);
  }

  private static byte[] hash(int kind, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((byte) kind);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<byte[]> digests(int many) {
    return IntStream.range(0, many).mapToObj(n -> hash(9, new byte[] {(byte) n})).toList();
  }
}
