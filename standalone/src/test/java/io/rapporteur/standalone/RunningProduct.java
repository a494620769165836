package io.rapporteur.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** One product for all tests that leave it running; it ends with the tests. */
final class RunningProduct {

  /** Where the browser client that the product knows gets its codes. */
  static final String CALLBACK = "http://portal.test/callback";

  private static final Map<String, String> PORTAL =
      Map.of(
          "RAPPORTEUR_IDENTITY_PEOPLE_CLIENTS_0_ID",
          "portal",
          "RAPPORTEUR_IDENTITY_PEOPLE_CLIENTS_0_REDIRECTURIS_0",
          CALLBACK);

  private static final Product PRODUCT = start();

  private RunningProduct() {}

  static Product get() {
    return PRODUCT;
  }

  private static Product start() {
    try {
      Product product =
          Product.start(Files.createTempDirectory("rapporteur").resolve("data"), PORTAL);
      Runtime.getRuntime().addShutdownHook(new Thread(product::close));
      return product;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
