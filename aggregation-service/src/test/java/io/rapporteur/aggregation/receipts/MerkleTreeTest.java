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

  /** The leaves of the test vectors of Certificate Transparency, in ascending order as they are. */
  private static final List<String> VECTORS =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void hasTheRootOfTheTestVectorsOfCertificateTransparency(int leaves, String root) {
    assertThat(MerkleTree.of(VECTORS.subList(0, leaves)).root()).isEqualTo(root);
  }

  @Test
  void doesNotDependOnTheOrderInWhichReceiptsAreFound() {
    List<String> digests = new ArrayList<>(digests(100));
    String root = MerkleTree.of(digests).root();

    Collections.shuffle(digests, new Random(3));

    assertThat(MerkleTree.of(digests).root()).isEqualTo(root);
    assertThat(MerkleTree.of(digests.subList(0, 99)).root()).isNotEqualTo(root);
  }

  @Test
  void everyLeafOfEverySizeHasAPathToTheRootAndNoOtherLeafHasIt() {
    for (int size = 1; size <= 70; size++) {
      MerkleTree tree = MerkleTree.of(digests(size));
      for (String digest : digests(size)) {
        int index = tree.indexOf(digest);
        List<String> path = tree.path(index);

        assertThat(rootFrom(digest, index, size, path)).isEqualTo(tree.root());
        assertThat(rootFrom(digests(71).getLast(), index, size, path)).isNotEqualTo(tree.root());
      }
    }
  }

  @Test
  void knowsWhatItDoesNotHold() {
    assertThat(MerkleTree.of(digests(5)).indexOf("00".repeat(32))).isNegative();
  }

  /** RFC 9162, section 2.1.3.2. */
  private static String rootFrom(String digest, int index, int size, List<String> path) {
    int at = index;
    int last = size - 1;
    byte[] hash = hash(0, HexFormat.of().parseHex(digest));
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

  private static List<String> digests(int many) {
    return IntStream.range(0, many)
        .mapToObj(n -> HexFormat.of().formatHex(hash(9, new byte[] {(byte) n})))
        .toList();
  }
}
