package io.rapporteur.ingest.source;

import java.nio.file.Path;
import java.util.Optional;

/** Opens files in a process of its own and prints what comes of each. */
final class OpensFiles {

  private OpensFiles() {}

  public static void main(String[] files) {
    for (String file : files) {
      Path path = Path.of(file);
      String name = path.getFileName().toString();
      String result;
      try {
        result =
            switch (new Sources(Limits.standard())
                .open(path, name, Optional.empty(), Optional.empty())) {
              case SourceResult.Opened(Source source) -> "OPENED " + source.size() + " lines";
              case SourceResult.Refused(Refusal refusal) ->
                  refusal.reason() + " " + refusal.faults().getFirst().value();
            };
      } catch (Throwable e) {
        result = "THROWN " + e;
      }
      System.out.println("\n=" + name + "\t" + result);
    }
  }
}
