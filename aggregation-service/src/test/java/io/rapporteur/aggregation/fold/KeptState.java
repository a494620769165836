package io.rapporteur.aggregation.fold;

import io.rapporteur.aggregation.fold.FoldOnLog.LogRecord;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.schemas.wire.SchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a version of the topology left in the log: events, the changelogs of its stores and its
 * results after half of them, as the bytes that it wrote, with the schema ids under which it did.
 */
final class KeptState {

  private static final Path FOLDER = Path.of("src/test/resources/state");
  private static final String NOTHING = "-";

  private final Path folder;

  /** That of an application id. */
  KeptState(String application) {
    folder = FOLDER.resolve(application);
  }

  /** The application ids of which state is kept. */
  static List<String> applications() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Records by the name of their file: {@code before}, {@code state}, {@code results}, {@code
   * after}.
   */
  List<LogRecord> records(String part) throws IOException {
    List<LogRecord> records = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(part + ".tsv"))) {
      String[] cells = line.split("\t", -1);
      records.add(
          new LogRecord(cells[0], Integer.parseInt(cells[1]), bytes(cells[2]), bytes(cells[3])));
    }
    return records;
  }

  /**
   * The ids that were known then, and others for the schemas that have changed since.
   *
   * @param file where they are put together
   */
  SchemaIds ids(Path file) throws IOException {
    List<String> known = new ArrayList<>(Files.readAllLines(folder.resolve("schema-ids")));
    RememberedSchemas.writeTo(file);
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t", 3);
      boolean kept =
          known.stream()
              .map(each -> each.split("\t", 3))
              .anyMatch(each -> each[0].equals(cells[0]) && each[2].equals(cells[2]));
      if (!kept) {
        known.add(cells[0] + "\t" + (1_000 + Integer.parseInt(cells[1])) + "\t" + cells[2]);
      }
    }
    Files.write(file, known);
    return new SchemaIds(new SchemaRegistry(RememberedSchemas.NO_REGISTRY), file);
  }

  void keep(String part, List<LogRecord> records) throws IOException {
    Files.createDirectories(folder);
    Files.write(
        folder.resolve(part + ".tsv"),
        records.stream()
            .map(
                record ->
                    String.join(
                        "\t",
                        record.topic(),
                        Integer.toString(record.partition()),
                        text(record.key()),
                        text(record.value())))
            .toList());
  }

  void keepIds(Path ids, List<String> subjects) throws IOException {
    Files.write(
        folder.resolve("schema-ids"),
        Files.readAllLines(ids).stream()
            .filter(line -> subjects.contains(line.substring(0, line.indexOf('\t'))))
            .toList());
  }

  private static byte @Nullable [] bytes(String cell) {
    return cell.equals(NOTHING) ? null : Base64.getDecoder().decode(cell);
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? NOTHING : Base64.getEncoder().encodeToString(bytes);
  }
}
