package io.rapporteur.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

/** Opens a file as the tests of this room do. */
final class OpenedFile {

  private OpenedFile() {}

  static Source source(byte[] file, String name) {
    return source(file, name, Optional.empty());
  }

  static Source source(byte[] file, String name, Optional<String> encoding) {
    SourceResult result = result(file, name, encoding, Limits.standard());
    assertThat(result).isInstanceOf(SourceResult.Opened.class);
    return ((SourceResult.Opened) result).source();
  }

  static Refusal refusal(byte[] file, String name) {
    return refusal(file, name, Optional.empty(), Limits.standard());
  }

  static Refusal refusal(byte[] file, String name, Optional<String> encoding, Limits limits) {
    SourceResult result = result(file, name, encoding, limits);
    assertThat(result).isInstanceOf(SourceResult.Refused.class);
    return ((SourceResult.Refused) result).refusal();
  }

  private static SourceResult result(
      byte[] file, String name, Optional<String> encoding, Limits limits) {
    return new Sources(limits).open(file, name, Optional.empty(), encoding);
  }

  static List<String> shown(Source source) {
    return source.lines().stream().map(Line::shown).toList();
  }
}
