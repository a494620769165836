package io.rapporteur.standalone;

import java.io.PrintStream;
import java.util.Locale;

/** Says on the terminal what is done, with the time since the start. */
final class Progress {

  private static final double NANOS = 1e9;

  private final PrintStream terminal;
  private final long start = System.nanoTime();

  Progress(PrintStream terminal) {
    this.terminal = terminal;
  }

  void step(String done) {
    say(String.format(Locale.ROOT, "%6.1f s  %s", (System.nanoTime() - start) / NANOS, done));
  }

  void say(String line) {
    terminal.println(line);
    terminal.flush();
  }
}
