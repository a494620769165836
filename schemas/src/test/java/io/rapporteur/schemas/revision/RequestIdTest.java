package io.rapporteur.schemas.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestIdTest {

  @Test
  void isTheSameForTheSameCallerAndKeyAndForNoOther() {
    assertThat(RequestId.of("eg", "k1")).isEqualTo(RequestId.of("eg", "k1"));
    assertThat(RequestId.of("eg", "k1")).isNotEqualTo(RequestId.of("br", "k1"));
    assertThat(RequestId.of("eg", "k1")).isNotEqualTo(RequestId.of("eg", "k2"));
    assertThat(RequestId.of("e", "gk")).isNotEqualTo(RequestId.of("eg", "k"));
  }

  @Test
  void createsAUuidOfVersion8() {
    var created = RequestId.of("eg", "k1").created();

    assertThat(created.version()).isEqualTo(8);
    assertThat(created.variant()).isEqualTo(2);
    assertThat(created).isEqualTo(RequestId.of("eg", "k1").created());
  }

  @Test
  void canonicalJsonDoesNotDependOnTheOrderOfFields() {
    assertThat(CanonicalJson.bytes(Map.of("b", 1, "a", List.of("ي", true))))
        .asString(java.nio.charset.StandardCharsets.UTF_8)
        .isEqualTo("{\"a\":[\"ي\",true],\"b\":1}");
  }
}
