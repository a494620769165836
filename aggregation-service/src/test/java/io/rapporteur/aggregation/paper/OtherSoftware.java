package io.rapporteur.aggregation.paper;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What was written, opened by software of others: LibreOffice, and pdftotext of Poppler. Where one
 * is not installed, the test is skipped and says which.
 */
public final class OtherSoftware {

  private static final Path PAPERS = Path.of("target/papers");

  private OtherSoftware() {}

  /** A file among those that are left to be looked at. */
  public static Path file(String name, Writing writing) throws IOException {
    Files.createDirectories(PAPERS);
    Path file = PAPERS.resolve(name);
    try (var out = Files.newOutputStream(file)) {
      writing.to(out);
    }
    return file;
  }

  /** Writes a file. */
  @FunctionalInterface
  public interface Writing {
    void to(java.io.OutputStream out) throws IOException;
  }

  /** The text of a PDF, in the order of reading. */
  public static String text(Path pdf) throws IOException {
    Path text = pdf.resolveSibling(pdf.getFileName() + ".txt");
    run("pdftotext", "-enc", "UTF-8", pdf.toString(), text.toString());
    return Files.readString(text);
  }

  /** A document as LibreOffice lays it out. */
  public static Path libreOffice(Path document, String format) {
    // A profile of its own: LibreOffice runs once for each.
    run(
        "soffice",
        "-env:UserInstallation=" + PAPERS.resolve("profile").toAbsolutePath().toUri(),
        "--headless",
        "--convert-to",
        format,
        "--outdir",
        PAPERS.resolve("libreoffice").toString(),
        document.toString());
    String name = document.getFileName().toString();
    return PAPERS
        .resolve("libreoffice")
        .resolve(name.substring(0, name.lastIndexOf('.')) + "." + format.split(":", 2)[0]);
  }

  private static void run(String program, String... arguments) {
    assumeTrue(
        List.of(System.getenv("PATH").split(":")).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
        program + " is not installed");
    List<String> command = new java.util.ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
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
