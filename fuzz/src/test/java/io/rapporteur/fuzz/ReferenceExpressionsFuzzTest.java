package io.rapporteur.fuzz;

import static io.rapporteur.fuzz.ReferencesFuzzTest.ITEMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rapporteur.schemas.reference.ReferenceExpressions;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What people write when they mean several recommendations, in any script. */
class ReferenceExpressionsFuzzTest {

  @FuzzTest
  void understandsEveryPartOrNamesThoseThatItDoesNot(byte[] input) {
    TimeLimit.hold(() -> tryOut(input));
  }

  private static void tryOut(byte[] input) {
    String expression = new String(input, StandardCharsets.UTF_8);

    switch (ReferenceExpressions.read(expression, ITEMS, "13")) {
      case ReferenceExpressions.Items(List<String> ids) ->
          assertThat(ids)
              .isNotEmpty()
              .doesNotHaveDuplicates()
              .allMatch(id -> ITEMS.stream().anyMatch(item -> item.id().equals(id)));
      case ReferenceExpressions.Unclear(List<ReferenceExpressions.Fragment> fragments) ->
          assertThat(fragments).isNotEmpty();
    }
  }
}
