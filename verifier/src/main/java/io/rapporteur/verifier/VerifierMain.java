package io.rapporteur.verifier;

import io.rapporteur.verifier.Verifier.Verified;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Verifies files and says so in a sentence; ends with 0 if all fits, 1 if not, 2 if asked wrongly.
 */
public final class VerifierMain {

  private static final int FILES = 4;
  private static final String BUNDLE = "bundle";
  private static final int OF_A_BUNDLE = 3;

  private VerifierMain() {}

  /**
   * Takes the files of a receipt, a proof, the receipt keys and the edition keys; or the word
   * {@code bundle}, the folder of a bundle and the edition keys.
   */
  public static void main(String[] args) {
    System.exit(run(List.of(args), System.out));
  }

  static int run(List<String> files, PrintStream out) {
    boolean bundle = files.size() == OF_A_BUNDLE && files.get(0).equals(BUNDLE);
    if (files.size() != FILES && !bundle) {
      out.println("usage: java -jar verifier.jar RECEIPT PROOF RECEIPT-KEYS EDITION-KEYS");
      out.println("       java -jar verifier.jar bundle FOLDER EDITION-KEYS");
      return 2;
    }
    try {
      if (bundle) {
        return bundle(Path.of(files.get(1)), read(files.get(2)), out);
      }
      var verifier = new Verifier(read(files.get(2)), read(files.get(3)));
      Verified verified = verifier.verify(read(files.get(0)), read(files.get(1)));
      out.printf(
          "Receipt %s: %d of its texts in edition %s of %s.%n",
          verified.code(), verified.texts(), verified.edition(), verified.consultation());
      out.println("Root of the edition: " + verified.root());
      verified.rootBefore().ifPresent(root -> out.println("Root of the edition before: " + root));
      return 0;
    } catch (RefusedException e) {
      out.println("Not verified. " + e.getMessage());
      return 1;
    } catch (IOException e) {
      out.println("Not verified. " + e.getMessage() + ": cannot be read");
      return 2;
    }
  }

  private static int bundle(Path folder, String keys, PrintStream out) throws IOException {
    BundleVerifier.Verified verified = new BundleVerifier(keys).verify(folder);
    out.printf(
        "Bundle of edition %s of %s: %d files as they were signed.%n",
        verified.edition(), verified.consultation(), verified.files());
    return 0;
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of(file), StandardCharsets.UTF_8);
  }
}
