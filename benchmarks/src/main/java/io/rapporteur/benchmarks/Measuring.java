package io.rapporteur.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks with JMH's own arguments, keeps their result and prints it beside its baselines.
 */
public final class Measuring {

  private static final Path RESULT = Path.of("target", "benchmarks.json");

  private Measuring() {}

  /** Runs those that the arguments name. */
  public static void main(String[] arguments)
      throws CommandLineOptionException, RunnerException, IOException {
    var options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(arguments))
            .resultFormat(ResultFormatType.JSON)
            .result(RESULT.toString())
            .shouldFailOnError(true)
            .build();
    new Runner(options).run();
    System.out.print(Table.of(Files.readString(RESULT)).printed());
  }
}
