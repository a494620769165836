package io.rapporteur.schemas.delivery;

import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The release of this instance, in a file beside the log. It holds if the file is there, names this
 * log, is the file that was written here and no copy of it (its inode and birth, which a copy and a
 * restore do not keep), and the log is not shorter than it was. Anything else holds all deliveries:
 * a system that was copied or restored cannot tell whether the other one lives. What it cannot see
 * is a disk set back as a whole, by a snapshot: delete the file then, before the start.
 * Thread-safe.
 */
public final class ReleaseFile implements Release {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final TextLimit SHORT = TextLimit.characters(200);
  private static final String RELEASE = "release.json";
  private static final String REACHED = "reached";

  private final Path folder;
  private final String log;

  /**
   * Looks into a folder.
   *
   * @param folder made at the first release
   * @param log id of the cluster
   */
  public ReleaseFile(Path folder, String log) {
    this.folder = folder;
    this.log = log;
  }

  @Override
  public synchronized Standing standing(long reached) {
    Path file = folder.resolve(RELEASE);
    if (!Files.exists(file)) {
      return new Standing.Held("this instance has not been released");
    }
    try {
      var fields = new Fields(RequestBody.object(Files.readAllBytes(file)));
      Optional<Instant> since = fields.optionalInstant("since");
      if (since.isEmpty()) {
        return new Standing.Held("the release cannot be read");
      }
      if (!fields.text("log", SHORT).equals(log)) {
        return new Standing.Held("the release is of another log");
      }
      String born = born(file);
      if (!fields.text("inode", SHORT).equals(inode(file))
          || !fields.optionalText("born", SHORT).orElse(born).equals(born)) {
        return new Standing.Held("the release is a copy, as after a restore");
      }
      if (reached < highest()) {
        return new Standing.Held("the log is shorter than it was, as after a restore");
      }
      remember(reached);
      return new Standing.Released(since.get());
    } catch (RefusedException | IOException | NumberFormatException e) {
      return new Standing.Held("the release cannot be read");
    }
  }

  @Override
  public synchronized void release(Instant since, long reached) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(RELEASE);
    Files.deleteIfExists(file);
    Files.writeString(file, "{}");
    String born = born(file);
    Files.write(file, content(since, inode(file), Optional.of(born)));
    // Where a file system keeps no time of birth, that of the last change stands in for it.
    if (!born.equals(born(file))) {
      Files.write(file, content(since, inode(file), Optional.empty()));
    }
    Files.deleteIfExists(folder.resolve(REACHED));
    remember(reached);
  }

  private byte[] content(Instant since, String inode, Optional<String> born) {
    Map<String, String> content = new TreeMap<>();
    content.put("log", log);
    content.put("since", since.toString());
    content.put("inode", inode);
    born.ifPresent(at -> content.put("born", at));
    return MAPPER.writeValueAsBytes(content);
  }

  private static String inode(Path file) throws IOException {
    try {
      return String.valueOf(Files.getAttribute(file, "unix:ino"));
    } catch (UnsupportedOperationException e) {
      return "none";
    }
  }

  private static String born(Path file) throws IOException {
    return String.valueOf(Files.getAttribute(file, "creationTime"));
  }

  private long highest() throws IOException {
    Path file = folder.resolve(REACHED);
    return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
  }

  private void remember(long reached) throws IOException {
    if (reached != highest()) {
      Path next = folder.resolve(REACHED + ".next");
      Files.writeString(next, reached + "\n");
      Files.move(
          next,
          folder.resolve(REACHED),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
