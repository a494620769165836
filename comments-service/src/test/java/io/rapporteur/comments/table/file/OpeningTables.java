package io.rapporteur.comments.table.file;

import io.rapporteur.comments.table.NoTableException;
import io.rapporteur.comments.table.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads each file that it is given and says in a line what came of it. */
final class OpeningTables {

  private OpeningTables() {}

  public static void main(String[] files) throws IOException {
    for (String file : files) {
      System.out.println(
          Path.of(file).getFileName() + " " + result(Files.readAllBytes(Path.of(file))));
    }
  }

  private static String result(byte[] file) {
    try {
      Reading reading = FilledFile.read(file).reading();
      return "READ %d rows, %d faults".formatted(reading.rows().size(), reading.faults().size());
    } catch (NoTableException e) {
      return e.type() + " " + e.getMessage();
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return "BROKEN " + e;
    }
  }
}
