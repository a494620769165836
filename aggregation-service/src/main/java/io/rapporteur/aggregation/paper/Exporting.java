package io.rapporteur.aggregation.paper;

import io.rapporteur.aggregation.paper.Export.State;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes papers one after the other while nobody waits for them, and keeps the files for a time.
 * What is on a paper is what its owner may see at the moment at which it is made. Exports are of
 * this instance: they end with it, and its folder is emptied when the next begins. A file is
 * deleted when its time is over or its owner says so. Thread-safe.
 */
public final class Exporting implements AutoCloseable {

  /** Of one account, those that are done and kept included; more are refused. */
  public static final int MOST_OF_ONE = 20;

  private static final Logger LOG = LoggerFactory.getLogger(Exporting.class);
  private static final int MOST = 1_000;
  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

  private final Path folder;
  private final Duration life;
  private final Writers writers;
  private final Supplier<String> ids;
  private final Clock clock;
  private final Map<String, Job> jobs = new ConcurrentHashMap<>();
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("paper-exports").daemon().factory());

  /**
   * Begins with an empty folder.
   *
   * @param life how long a file is kept
   * @param ids unguessable
   */
  public Exporting(Path folder, Duration life, Writers writers, Supplier<String> ids, Clock clock) {
    this.folder = emptied(folder);
    this.life = life;
    this.writers = writers;
    this.ids = ids;
    this.clock = clock;
    worker.scheduleWithFixedDelay(
        this::sweep, BETWEEN_SWEEPS.toSeconds(), BETWEEN_SWEEPS.toSeconds(), TimeUnit.SECONDS);
  }

  /** Which writer writes a paper. */
  @FunctionalInterface
  public interface Writers {
    /** The writer of a format and an order. */
    PaperWriter of(Asked asked);
  }

  private static Path emptied(Path folder) {
    try {
      Files.createDirectories(folder);
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
        for (Path file : left) {
          Files.deleteIfExists(file);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes an export on.
   *
   * @param making asked when its turn has come: what its owner may see then
   * @return empty if there are as many as there may be
   */
  public synchronized Optional<Export> start(
      String owner, String consultation, Asked asked, Supplier<Made> making) {
    sweep();
    long own = jobs.values().stream().filter(job -> job.export.owner().equals(owner)).count();
    if (own >= MOST_OF_ONE || jobs.size() >= MOST) {
      return Optional.empty();
    }
    var job =
        new Job(
            new Export(
                ids.get(),
                owner,
                consultation,
                asked,
                State.WAITING,
                0,
                0,
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                0,
                false,
                ""));
    Export taken = job.export;
    jobs.put(taken.id(), job);
    worker.execute(() -> run(job, making));
    return Optional.of(taken);
  }

  /** An export of an account; another's is as good as none. */
  public Optional<Export> find(String owner, String id) {
    sweep();
    return job(owner, id).map(job -> job.export);
  }

  /** Ends it, whatever its state, and deletes its file; answers whether there was one. */
  public boolean cancel(String owner, String id) {
    Optional<Job> job = job(owner, id);
    job.ifPresent(this::forget);
    return job.isPresent();
  }

  /** The file of an export that is done. */
  public Optional<InputStream> open(Export export) throws IOException {
    Path file = file(export.id());
    return export.state() == State.DONE && Files.exists(file)
        ? Optional.of(Files.newInputStream(file))
        : Optional.empty();
  }

  private Optional<Job> job(String owner, String id) {
    return Optional.ofNullable(jobs.get(id)).filter(job -> job.export.owner().equals(owner));
  }

  private void forget(Job job) {
    job.cancelled = true;
    jobs.remove(job.export.id());
    delete(file(job.export.id()));
  }

  private void sweep() {
    jobs.values().stream()
        .filter(
            job -> job.export.until().filter(until -> !until.isAfter(clock.instant())).isPresent())
        .forEach(this::forget);
  }

  private void run(Job job, Supplier<Made> making) {
    if (job.cancelled) {
      return;
    }
    Path file = file(job.export.id());
    try {
      Made made = making.get();
      job.export = job.begun(made);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        writers.of(job.export.asked()).write(made.paper(), () -> passed(job), out);
      }
      job.export = job.ended(State.DONE, Files.size(file));
    } catch (CancellationException e) {
      LOG.debug("export {} was cancelled", job.export.id());
    } catch (IOException | RuntimeException e) {
      if (!job.cancelled) {
        LOG.error("export {} failed", job.export.id(), e);
      }
    } finally {
      // An error of the machine, such as a memory that is full, ends it too.
      if (job.export.endedAt().isEmpty()) {
        job.export = job.ended(State.FAILED, 0);
      }
      if (job.cancelled || job.export.state() == State.FAILED) {
        delete(file);
      }
    }
  }

  private static void passed(Job job) {
    if (job.cancelled) {
      throw new CancellationException();
    }
    job.export = job.further();
  }

  private Path file(String id) {
    return folder.resolve(id);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("a file of an export could not be deleted; it goes with the next start", e);
    }
  }

  @Override
  public void close() {
    jobs.values().forEach(job -> job.cancelled = true);
    worker.shutdownNow();
  }

  /** Written by the worker alone but for its end. */
  private final class Job {

    private volatile Export export;
    private volatile boolean cancelled;

    Job(Export export) {
      this.export = export;
    }

    Export begun(Made made) {
      return with(
          State.RUNNING, made.paper().items(), 0, made.byGrant(), made.redacted(), 0, false);
    }

    Export further() {
      return with(
          export.state(),
          export.items(),
          export.done() + 1,
          export.byGrant(),
          export.redacted(),
          0,
          false);
    }

    Export ended(State state, long size) {
      return with(
          state, export.items(), export.done(), export.byGrant(), export.redacted(), size, true);
    }

    private Export with(
        State state,
        int items,
        int done,
        boolean byGrant,
        String redacted,
        long size,
        boolean ended) {
      return new Export(
          export.id(),
          export.owner(),
          export.consultation(),
          export.asked(),
          state,
          items,
          done,
          export.askedAt(),
          ended ? Optional.of(clock.instant()) : Optional.empty(),
          ended ? Optional.of(clock.instant().plus(life)) : Optional.empty(),
          size,
          byGrant,
          redacted);
    }
  }
}
