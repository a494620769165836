package io.rapporteur.schemas.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  @Test
  void digestsAListThatIsToldOneByOneLikeTheListItself() {
    for (List<?> list :
        List.of(
            List.of(),
            List.of(Map.of("a", "é")),
            List.of(Map.of("b", 1, "a", List.of("é")), List.of("c", 2), Map.of()))) {
      assertThat(CanonicalJson.digestOfList(list.iterator())).isEqualTo(CanonicalJson.digest(list));
    }
  }
}
