package io.rapporteur.aggregation.meeting.http;

import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How lines stand in a file: an object a line, or comma-separated values under a header. */
enum OfflineFile {
  NDJSON,
  CSV;

  private static final int MOST_LINES = 2_000;
  private static final Set<String> COLUMNS =
      Set.of("entry", "decision", "text", "language", "into", "decidedat", "note");

  /** An apostrophe with which a spreadsheet is kept from running a text. */
  private static final Pattern GUARDED = Pattern.compile("\\A'+[=+\\-@]");

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** A line, read when it is asked for. */
  record Row(int number, Supplier<ObjectNode> reading) {

    /**
     * Its fields.
     *
     * @throws RefusedException if it cannot be read
     */
    ObjectNode object() {
      return reading.get();
    }
  }

  /** The kind of file that a content type names. */
  static OfflineFile of(@Nullable String type) {
    String plain = type == null ? "" : type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    return switch (plain) {
      case "application/x-ndjson" -> NDJSON;
      case "text/csv" -> CSV;
      default -> throw DecisionImportsResource.unsupported(type);
    };
  }

  /** Its lines; blank ones are passed over. */
  List<Row> rows(byte[] bytes) {
    List<Row> rows = this == NDJSON ? lines(text(bytes)) : records(text(bytes));
    if (rows.size() > MOST_LINES) {
      throw new RefusedException(
          ProblemType.TOO_LARGE, "file: " + rows.size() + " lines (expected: at most 2000)");
    }
    return rows;
  }

  private static List<Row> lines(String text) {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (!line.isBlank()) {
        rows.add(new Row(number, () -> RequestBody.object(line.getBytes(StandardCharsets.UTF_8))));
      }
    }
    return rows;
  }

  private static List<Row> records(String text) {
    String first = text.lines().findFirst().orElse("");
    char delimiter = first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      List<String> header = List.of();
      for (CSVRecord record : parser) {
        if (header.isEmpty()) {
          header = header(record);
        } else {
          ObjectNode object = object(header, record);
          rows.add(new Row(Math.toIntExact(record.getRecordNumber()), () -> object));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new RefusedException(
          List.of(Fault.of("file", "a quote that does not end", "CSV as of RFC 4180")));
    }
    return rows.stream().filter(row -> !row.object().isEmpty()).toList();
  }

  private static List<String> header(CSVRecord record) {
    List<String> header = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    record.forEach(
        cell -> {
          String name = cell.strip();
          if (!COLUMNS.contains(name.toLowerCase(Locale.ROOT)) || !seen.add(name)) {
            faults.add(
                Fault.of(
                    "header",
                    name,
                    "entry, decision, text, language, into, decidedAt, note, once"));
          }
          header.add(
              name.equalsIgnoreCase("decidedAt") ? "decidedAt" : name.toLowerCase(Locale.ROOT));
        });
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    return header;
  }

  private static ObjectNode object(List<String> header, CSVRecord record) {
    ObjectNode object = MAPPER.createObjectNode();
    for (int i = 0; i < record.size(); i++) {
      String cell = record.get(i);
      String name = i < header.size() ? header.get(i) : "column " + (i + 1);
      if (!cell.isBlank()) {
        object.put(name, GUARDED.matcher(cell).find() ? cell.substring(1) : cell);
      }
    }
    return object;
  }

  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new RefusedException(ProblemType.FILE_ENCODING, "file: not of UTF-8 (expected: UTF-8)");
    }
  }
}
