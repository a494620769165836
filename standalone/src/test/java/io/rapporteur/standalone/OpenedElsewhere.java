package io.rapporteur.standalone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Papers opened by software of others: LibreOffice, and Poppler. */
final class OpenedElsewhere {

  private OpenedElsewhere() {}

  /** Whether a program is on this machine. */
  static boolean has(String program) {
    return List.of(System.getenv("PATH").split(":", -1)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** The text of a PDF, from the top of each page to its end. */
  static String text(Path pdf) throws IOException {
    Path text = pdf.resolveSibling(pdf.getFileName() + ".txt");
    run("pdftotext", "-layout", "-enc", "UTF-8", pdf.toString(), text.toString());
    return Files.readString(text);
  }

  /** A document as LibreOffice lays it out; beside it, in a folder of its own. */
  static Path libreOffice(Path document) {
    Path folder = document.resolveSibling("libreoffice");
    run(
        "soffice",
        "-env:UserInstallation=" + document.resolveSibling("profile").toUri(),
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder.toString(),
        document.toString());
    String name = document.getFileName().toString();
    return folder.resolve(name.substring(0, name.lastIndexOf('.')) + ".pdf");
  }

  private static void run(String program, String... arguments) {
    assumeTrue(has(program), program + " is not installed");
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(20, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(program + " did not end");
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(program + " answered " + process.exitValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
