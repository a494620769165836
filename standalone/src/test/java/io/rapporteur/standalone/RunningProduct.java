package io.rapporteur.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** One product for all tests that leave it running; it ends with the tests. */
final class RunningProduct {

  private static final Product PRODUCT = start();

  private RunningProduct() {}

  static Product get() {
    return PRODUCT;
  }

  private static Product start() {
    try {
      Product product = Product.start(Files.createTempDirectory("rapporteur").resolve("data"));
      Runtime.getRuntime().addShutdownHook(new Thread(product::close));
      return product;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
