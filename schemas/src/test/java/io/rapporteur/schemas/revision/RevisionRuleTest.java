package io.rapporteur.schemas.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RevisionRuleTest {

  @ParameterizedTest
  @CsvFileSource(resources = "/revision-rule.tsv", delimiter = '\t')
  void followsTheVectorsThatHoldForEveryReader(int current, int made, String counts) {
    assertThat(RevisionRule.counts(current, made)).isEqualTo(counts.equals("yes"));
  }

  @Test
  void makesTheSameOfALogHoweverOftenItsRecordsAreRepeated() {
    var random = new Random(7);
    for (int run = 0; run < 500; run++) {
      List<Integer> log = new ArrayList<>();
      random.ints(30, 1, 8).forEach(log::add);
      List<Integer> repeated = new ArrayList<>();
      log.forEach(made -> repeated.addAll(List.of(made, made)));

      assertThat(counted(repeated)).isEqualTo(counted(log));
    }
  }

  private static List<Integer> counted(List<Integer> log) {
    List<Integer> counted = new ArrayList<>();
    int current = RevisionRule.NOTHING;
    for (int made : log) {
      if (RevisionRule.counts(current, made)) {
        counted.add(made);
        current = made;
      }
    }
    return counted;
  }
}
