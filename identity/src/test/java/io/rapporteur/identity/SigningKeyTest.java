package io.rapporteur.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SigningKeyTest {

  @TempDir private Path folder;

  @Test
  void isMadeOnceAndReadFromThenOn() throws Exception {
    Path file = folder.resolve("below/signing-key.json");

    List<JWK> made = keys(SigningKey.of(file));
    List<JWK> read = keys(SigningKey.of(file));

    assertThat(made).hasSize(1).isEqualTo(read);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var left = Files.list(folder.resolve("below"))) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void isMadeAgainWhenItsMakingWasInterrupted() throws Exception {
    Files.writeString(folder.resolve("signing-key.json.next"), "{\"kty\":");

    assertThat(keys(SigningKey.of(folder.resolve("signing-key.json")))).hasSize(1);
  }

  @Test
  void isRefusedWhenOthersMayReadIt() throws IOException {
    Path file = folder.resolve("signing-key.json");
    SigningKey.of(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatIllegalStateException()
        .isThrownBy(() -> SigningKey.of(file))
        .withMessageContaining("mode rw-r--r-- (expected: rw-------)");
  }

  @Test
  void isRefusedWhenTheFileHoldsSomethingElse() throws IOException {
    Path file = folder.resolve("signing-key.json");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));

    for (String content :
        List.of("", "no key", "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}")) {
      Files.writeString(file, content);
      assertThatIllegalStateException()
          .isThrownBy(() -> SigningKey.of(file))
          .withMessageContaining("(expected: a private JWK of RSA 2048)");
    }
  }

  private static List<JWK> keys(SigningKey key) throws Exception {
    return key.source().get(new JWKSelector(new JWKMatcher.Builder().build()), null);
  }
}
