package io.rapporteur.comments.attachment.extraction;

import io.rapporteur.comments.attachment.FileType;
import io.rapporteur.comments.attachment.TextExtraction;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs {@link ExtractText} for each file: a virtual machine with little memory, no environment, an
 * empty folder to work in, and no way to open a connection or to start a program. What hangs is
 * ended, what wants more memory ends itself, and either costs this one extraction. Thread-safe.
 */
public final class ChildProcessExtraction implements TextExtraction {

  private static final Logger LOG = LoggerFactory.getLogger(ChildProcessExtraction.class);

  /** Four bytes for each character, at most. */
  private static final long LARGEST_TEXT = 4L * ExtractText.LONGEST;

  private static final Duration PROBE_TIME = Duration.ofSeconds(30);

  private final Path folder;
  private final Duration patience;
  private final long memory;
  private final boolean confined;
  private final String program;

  /**
   * @param folder where each process gets a folder of its own
   * @param patience how long a file may take
   * @param memory largest heap of a process, in bytes
   * @param confined whether a process must confine itself; if it cannot, nothing is extracted
   */
  public ChildProcessExtraction(Path folder, Duration patience, long memory, boolean confined) {
    this(folder, patience, memory, confined, ExtractText.class);
  }

  ChildProcessExtraction(
      Path folder, Duration patience, long memory, boolean confined, Class<?> program) {
    this.folder = folder;
    this.patience = patience;
    this.memory = memory;
    this.confined = confined;
    this.program = program.getName();
  }

  /** Says in the log if files are not read here, or are read by a process that is not confined. */
  public void tellWhetherConfined() {
    if (!confined) {
      LOG.warn("attachments: their text is read by a process that can open connections, as set");
    } else if (!holds()) {
      LOG.warn(
          "attachments: their text is not read, since this system cannot confine a process"
              + " (expected: Linux with seccomp on x86_64 or aarch64;"
              + " rapporteur.comments.attachments.extraction=off says that none is wanted)");
    }
  }

  /** Whether a process here is refused a connection. */
  boolean holds() {
    return run(
            InputStream.nullInputStream(),
            ExtractText.PROBE,
            OutputStream.nullOutputStream(),
            PROBE_TIME)
        == ExtractText.TEXT;
  }

  @Override
  public Result extract(InputStream file, FileType type, Path text) {
    if (type != FileType.PDF && type != FileType.DOCX) {
      return Result.NONE;
    }
    try (OutputStream out = Files.newOutputStream(text)) {
      return switch (run(file, type.name(), out, patience)) {
        case ExtractText.TEXT -> Result.EXTRACTED;
        case ExtractText.NONE -> Result.NONE;
        case ExtractText.ENCRYPTED -> Result.ENCRYPTED;
        case ExtractText.NOT_CONFINED -> Result.NOT_TRIED;
        default -> Result.FAILED;
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(InputStream file, String type, OutputStream text, Duration time) {
    try {
      Path own = Files.createTempDirectory(folder, "extraction");
      try {
        return run(own, file, type, text, time);
      } finally {
        delete(own);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(Path own, InputStream file, String type, OutputStream text, Duration time)
      throws IOException {
    Process process = process(own, type);
    CompletableFuture<Void> limit =
        CompletableFuture.runAsync(
            process::destroyForcibly,
            CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS));
    try {
      Thread feeder = Thread.ofVirtual().start(() -> feed(file, process));
      if (!drain(process, text)) {
        process.destroyForcibly();
      }
      int code = process.waitFor();
      feeder.join();
      return code;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExtractText.FAILED;
    } finally {
      limit.cancel(false);
      process.destroyForcibly();
    }
  }

  private Process process(Path own, String type) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + memory,
            "-Xss1m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + own,
            "-Duser.home=" + own,
            "-Dlogback.configurationFile=extraction-logback.xml",
            "-cp",
            classPath(),
            program,
            confined ? ExtractText.CONFINED : "unconfined",
            type);
    builder.environment().clear();
    return builder.directory(own.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** The child works elsewhere, so that what is named from here must be named in full. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void feed(InputStream file, Process process) {
    try (OutputStream in = process.getOutputStream()) {
      file.transferTo(in);
    } catch (IOException e) {
      // It ended before it had read all; its code says how.
    }
  }

  /** Takes what it writes; answers whether that was no more than a text may have. */
  private static boolean drain(Process process, OutputStream text) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long taken = 0;
    InputStream out = process.getInputStream();
    for (int read = out.read(buffer); read >= 0; read = out.read(buffer)) {
      taken += read;
      if (taken > LARGEST_TEXT) {
        return false;
      }
      text.write(buffer, 0, read);
    }
    return true;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    }
  }
}
