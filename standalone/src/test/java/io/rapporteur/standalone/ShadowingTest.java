package io.rapporteur.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The jar that carries the registry client has other libraries' classes in it; none of them is ever
 * loaded.
 */
class ShadowingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.yaml.snakeyaml.Yaml",
        "org.xerial.snappy.Snappy",
        "com.github.luben.zstd.Zstd",
        "org.apache.commons.compress.archivers.ArchiveEntry",
        "org.apache.commons.io.input.BoundedInputStream",
        "org.apache.commons.lang3.StringUtils",
        "com.fasterxml.jackson.databind.ObjectMapper",
        "tools.jackson.databind.ObjectMapper"
      })
  void loadsEachLibraryFromItsOwnJar(String name) throws ClassNotFoundException {
    Class<?> type = Class.forName(name);

    assertThat(type.getProtectionDomain().getCodeSource().getLocation().toString())
        .doesNotContain("flink");
  }
}
