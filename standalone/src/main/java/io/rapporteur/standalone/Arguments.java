package io.rapporteur.standalone;

import io.rapporteur.standalone.data.CannotStartException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What was asked on the command line.
 *
 * @param data folder that everything is kept in
 * @param port of the address that people use
 * @param fresh start empty
 * @param rebuild fold the compilation anew from the comments
 * @param help only say how to use it
 */
record Arguments(Path data, int port, boolean fresh, boolean rebuild, boolean help) {

  static final String USAGE =
      """
      ./run                  start, or continue where the last start stopped
      ./run --fresh          start empty: what data/ holds is deleted
      ./run --rebuild        start, and fold the compilation anew from the comments
      ./run --port 9090      another port than 8080
      ./run --data DIR       another folder than data/
      """;

  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads the command line.
   *
   * @param home folder of the project
   * @throws CannotStartException if a word is not known
   */
  static Arguments of(List<String> words, Path home) {
    Path data = home.resolve("data");
    int port = 8080;
    boolean fresh = false;
    boolean rebuild = false;
    boolean help = false;
    for (Iterator<String> each = words.iterator(); each.hasNext(); ) {
      String word = each.next();
      switch (word) {
        case "--fresh" -> fresh = true;
        case "--rebuild" -> rebuild = true;
        case "--help", "-h" -> help = true;
        case "--data" -> data = Path.of(value(word, each)).toAbsolutePath();
        case "--port" -> port = port(value(word, each));
        default -> throw new CannotStartException(word + " is not known here.\n" + USAGE);
      }
    }
    return new Arguments(data, port, fresh, rebuild, help);
  }

  private static String value(String word, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new CannotStartException(word + " needs a value.\n" + USAGE);
    }
    return rest.next();
  }

  private static int port(String value) {
    try {
      int port = Integer.parseInt(value);
      if (port > 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new CannotStartException("--port: " + value + " (expected: 1 to " + HIGHEST_PORT + ")");
  }
}
