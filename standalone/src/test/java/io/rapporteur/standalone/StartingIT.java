package io.rapporteur.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot start says why in one sentence, without a stack trace. */
class StartingIT {

  @TempDir Path folder;

  @Test
  void namesThePortThatIsInUse() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(refusal(folder.resolve("data"), taken.getLocalPort()))
          .contains("Port " + taken.getLocalPort() + " is in use");
    }
  }

  @Test
  void namesTheInstanceThatUsesTheData() throws Exception {
    Product running = RunningProduct.get();

    assertThat(refusal(running.data(), Product.freePort()))
        .contains("Another instance (process " + running.process().pid() + ")");
  }

  @Test
  void touchesNoFolderOfOthers() throws Exception {
    Files.writeString(folder.resolve("thesis.txt"), "years of work");

    assertThat(refusal(folder, Product.freePort(), "--fresh"))
        .contains("holds files that are not Rapporteur's");
    assertThat(folder.resolve("thesis.txt")).exists();
  }

  @Test
  void namesAFolderThatCannotBeUsed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");

    assertThat(refusal(file.resolve("data"), Product.freePort())).contains("cannot be used");
  }

  @Test
  void namesAWordThatItDoesNotKnow() throws Exception {
    assertThat(refusal(folder.resolve("data"), Product.freePort(), "--frsh"))
        .contains("--frsh is not known here");
  }

  private static String refusal(Path data, int port, String... more) throws Exception {
    Product refused = Product.launch(data, port, more);
    assertThat(refused.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(refused.process().exitValue()).isEqualTo(1);
    assertThat(refused.said()).doesNotContain("\tat ");
    return refused.said();
  }
}
