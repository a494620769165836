package io.rapporteur.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The codes of the table of participants. */
final class ParticipantCodes {

  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private ParticipantCodes() {}

  /**
   * Reads the codes, in the order of the table.
   *
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalStateException if it is no such table; all faults are named at once
   */
  static List<String> of(Path table) {
    try {
      return codes(table, JsonMapper.shared().readTree(Files.readAllBytes(table)));
    } catch (IOException e) {
      throw new UncheckedIOException("participants " + table + ": cannot be read", e);
    } catch (JacksonException e) {
      throw new IllegalStateException("participants " + table + ": not JSON", e);
    }
  }

  private static List<String> codes(Path table, JsonNode root) {
    JsonNode participants = root.path("participants");
    if (!participants.isArray() || participants.isEmpty()) {
      throw new IllegalStateException(
          "participants " + table + ": no list (expected: an object with a list participants)");
    }
    List<String> codes = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (JsonNode participant : participants) {
      String code = participant.path("code").asString("");
      if (CODE.matcher(code).matches()) {
        codes.add(code);
      } else {
        faults.add("code: " + code + " (expected: 1 to 64 of a-z, 0-9 and -)");
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalStateException("participants " + table + ": " + String.join("; ", faults));
    }
    return List.copyOf(codes);
  }
}
