package io.rapporteur.comments.feed.webhook.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookKeyTest {

  @TempDir Path folder;

  @Test
  void makesTheSameSecretsForAllWhoShareItsFile() throws Exception {
    Path file = folder.resolve("desk/webhook-key");
    WebhookKey one = WebhookKey.of(file);
    WebhookKey two = WebhookKey.of(file);

    assertThat(one.key()).isEqualTo(two.key());
    assertThat(one.secret("eg", 1)).isEqualTo(two.secret("eg", 1));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder.resolve("desk"))) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void makesAnotherSecretForEachParticipantNumberAndKey() {
    WebhookKey one = WebhookKey.of(folder.resolve("one"));
    WebhookKey two = WebhookKey.of(folder.resolve("two"));

    assertThat(
            List.of(
                one.secret("eg", 1), one.secret("eg", 2), one.secret("br", 1), two.secret("eg", 1)))
        .doesNotHaveDuplicates()
        .allSatisfy(
            secret ->
                assertThat(Base64.getDecoder().decode(secret.substring("whsec_".length())))
                    .hasSize(32));
    assertThat(one.key()).isNotEqualTo(two.key());
  }

  @Test
  void refusesAFileThatHoldsNoKey() throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "abcd");

    assertThatThrownBy(() -> WebhookKey.of(file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("expected: 64 hexadecimal digits")
        .hasMessageNotContaining("abcd");
  }
}
