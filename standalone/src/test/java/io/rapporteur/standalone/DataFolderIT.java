package io.rapporteur.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the data folder shows to other users of the machine, and the log file to whoever reads it.
 */
class DataFolderIT {

  private final Product product = RunningProduct.get();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secrets/kafka.properties",
        "comments/receipt-key.json",
        "identity/signing-key.json"
      })
  void keepsSecretsFromOtherUsers(String file) throws IOException {
    assertThat(PosixFilePermissions.toString(mode(file))).isEqualTo("rw-------");
  }

  @Test
  void writesNoTextOfACommentAndNoPasswordIntoItsLog() throws IOException {
    String text = "a sentence that belongs to Senegal alone";
    product.post("sn", "/api/v1/comments", Product.comment("13.f", text));

    String log = Files.readString(product.data().resolve("logs/rapporteur.log"));

    assertThat(log).isNotEmpty().doesNotContain(text);
    for (String line : Files.readAllLines(product.data().resolve("secrets/kafka.properties"))) {
      assertThat(log).doesNotContain(line.substring(line.indexOf('=') + 1));
    }
  }

  private java.util.Set<java.nio.file.attribute.PosixFilePermission> mode(String file)
      throws IOException {
    Path path = product.data().resolve(file);
    return Files.getPosixFilePermissions(path);
  }
}
