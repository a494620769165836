package io.rapporteur.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/**
 * The proxy hands each documented path to the service that owns it. Its locations are read as nginx
 * reads them: exact ones first, then patterns in their order.
 */
class ProxyRoutesTest {

  private static final Path CONFIGURATION = Path.of("../deploy/proxy/nginx.conf");
  private static final Pattern LOCATION =
      Pattern.compile("location (=|~) (\\S+) \\{[^}]*proxy_pass http://(\\w+);");

  private record Location(boolean exact, String path, String service) {

    boolean takes(String asked) {
      return exact ? path.equals(asked) : Pattern.compile(path).matcher(asked).find();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "comments", "aggregation", "identity"})
  void everyDocumentedPathGoesToTheServiceThatDocumentsIt(String service) throws IOException {
    List<Location> locations = locations();
    try (InputStream in = getClass().getResourceAsStream("/openapi/" + service + ".yaml")) {
      Map<String, Object> document = new Yaml().load(Objects.requireNonNull(in));
      assertThat(((Map<?, ?>) Objects.requireNonNull(document.get("paths"))).keySet())
          .isNotEmpty()
          .allSatisfy(
              path ->
                  assertThat(taker(locations, path.toString().replaceAll("\\{[^}]*\\}", "x")))
                      .isEqualTo(service));
      assertThat(taker(locations, "/api/v1/openapi/" + service)).isEqualTo(service);
    }
  }

  @Test
  void whatNoServiceOwnsGoesToNone() throws IOException {
    assertThat(List.of("/actuator/health", "/api/v1", "/api/v1/compilationsx", "/"))
        .allSatisfy(path -> assertThat(taker(locations(), path)).isEqualTo("none"));
  }

  private static String taker(List<Location> locations, String path) {
    return locations.stream()
        .filter(location -> location.takes(path))
        .map(Location::service)
        .findFirst()
        .orElse("none");
  }

  private static List<Location> locations() throws IOException {
    return LOCATION
        .matcher(Files.readString(CONFIGURATION))
        .results()
        .map(m -> new Location(m.group(1).equals("="), m.group(2), m.group(3)))
        .sorted(Comparator.comparing(Location::exact).reversed())
        .toList();
  }
}
