package io.rapporteur.comments.fire;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.schemas.topics.Durability;
import io.rapporteur.schemas.topics.Principal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** A broker as a process of its own, on a port that stays the same; the user is its password. */
final class BrokerProcess {

  private BrokerProcess() {}

  static Map<Principal, String> passwords() {
    return Arrays.stream(Principal.values()).collect(Collectors.toMap(p -> p, Principal::user));
  }

  public static void main(String[] args) throws InterruptedException {
    try (CatalogueBroker broker =
        CatalogueBroker.start(
            Path.of(args[0]),
            Integer.parseInt(args[1]),
            passwords(),
            Durability.PROCESS,
            failure -> Runtime.getRuntime().halt(1))) {
      System.out.println("broker is ready at " + broker.bootstrapServers());
      new CountDownLatch(1).await();
    }
  }
}
