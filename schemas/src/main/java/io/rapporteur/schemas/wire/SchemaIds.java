package io.rapporteur.schemas.wire;

import io.rapporteur.schemas.topics.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * Schema ids, remembered on disk, so that only a first start or a new schema needs the registry.
 * Thread-safe.
 *
 * <p>The file has one line per id: subject (empty if only read), id, schema, separated by tabs. If
 * the registry gives another id for a remembered schema, its storage was lost or swapped and the
 * bytes in the log would be misread: the service stops with one sentence.
 */
public final class SchemaIds {

  private final SchemaRegistry registry;
  private final Path file;
  private final Map<String, Integer> written = new ConcurrentHashMap<>();
  private final Map<Integer, Schema> known = new ConcurrentHashMap<>();
  private final List<String> lines = new ArrayList<>();

  /**
   * @param registry where unknown ids are asked for
   * @param file where ids are remembered; its folder is made if missing
   * @throws UncheckedIOException if the file cannot be read
   */
  public SchemaIds(SchemaRegistry registry, Path file) {
    this.registry = registry;
    this.file = file;
    recall();
  }

  /**
   * The id under which values of this topic are written; the schema is registered at the first call
   * ever.
   *
   * @throws IllegalStateException if the registry knows the schema under another id than remembered
   * @throws RegistryUnavailableException if the schema is new and the registry gives no answer
   */
  public int idToWrite(Topic topic) {
    Schema schema = withoutJavaHints(topic.value().orElseThrow());
    Integer remembered = written.get(key(topic.subject(), schema));
    if (remembered == null) {
      int id = registry.register(topic.subject(), schema);
      remember(topic.subject(), id, schema);
      return id;
    }
    verify(topic.subject(), schema, remembered);
    return remembered;
  }

  /**
   * The schema behind an id found in the log.
   *
   * @return empty if there is none: the bytes are poison
   * @throws RegistryUnavailableException if the id is new here and the registry gives no answer
   */
  public Optional<Schema> schemaToRead(int id) {
    Schema schema = known.get(id);
    if (schema != null) {
      return Optional.of(schema);
    }
    Optional<Schema> found = registry.schema(id);
    found.ifPresent(s -> remember("", id, s));
    return found;
  }

  private void verify(String subject, Schema schema, int remembered) {
    try {
      int now = registry.register(subject, schema);
      if (now != remembered) {
        throw new IllegalStateException(
            "schema id of %s: %d (expected: %d, as remembered in %s; the registry has lost its storage or is another one)"
                .formatted(subject, now, remembered, file));
      }
    } catch (RegistryUnavailableException e) {
      // The remembered id is enough to go on writing.
    }
  }

  private synchronized void remember(String subject, int id, Schema schema) {
    known.put(id, schema);
    if (!subject.isEmpty()) {
      written.put(key(subject, schema), id);
    }
    lines.add(subject + "\t" + id + "\t" + schema);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.write(next, lines);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remember schema ids in " + file, e);
    }
  }

  private void recall() {
    if (!Files.exists(file)) {
      return;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.split("\t", 3);
        int id = Integer.parseInt(parts[1]);
        Schema schema = new Schema.Parser().parse(parts[2]);
        known.put(id, schema);
        if (!parts[0].isEmpty()) {
          written.put(key(parts[0], schema), id);
        }
        lines.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read schema ids from " + file, e);
    } catch (SchemaParseException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalStateException(
          file + ": not a list of schema ids (expected: subject, id and schema on each line)", e);
    }
  }

  private static String key(String subject, Schema schema) {
    return subject + "\t" + schema;
  }

  /**
   * A schema as it is registered: the generated classes mark strings for Java, which other readers
   * need not see.
   */
  public static Schema withoutJavaHints(Schema schema) {
    return new Schema.Parser()
        .parse(schema.toString().replace(",\"avro.java.string\":\"String\"", ""));
  }
}
