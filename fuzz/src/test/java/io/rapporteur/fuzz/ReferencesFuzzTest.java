package io.rapporteur.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rapporteur.schemas.reference.LabelSeries;
import io.rapporteur.schemas.reference.References;
import io.rapporteur.schemas.reference.References.Candidate;
import io.rapporteur.schemas.reference.References.Referable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What people write when they mean a recommendation, in any script. */
class ReferencesFuzzTest {

  static final List<Referable> ITEMS =
      List.of(
          item("doc-1", "DOC/2020/1", "13", "j", "ي"),
          item("doc-1", "DOC/2020/1", "13", "jj", "ي"),
          item("doc-1", "DOC/2020/1", "13", "a.i", "\"١\""),
          item("doc-1", "DOC/2020/1", "13", "a-bis", "a bis"),
          item("doc-1", "DOC/2020/1", "115", "11", "115.11"),
          item("doc-2", "DOC/2020/2", "13", "jj", "（jj）"),
          item("doc-2", "DOC/2020/2", "art5.2", "b", "b)"),
          item("doc-2", "DOC/2020/2", "preamble", "c", "с"));

  private static Referable item(
      String document, String symbol, String paragraph, String label, String printed) {
    return new Referable(
        document + "." + paragraph + "." + label,
        document,
        symbol,
        document.equals("doc-1") ? "2020" : "",
        paragraph,
        label,
        Map.of("en", printed));
  }

  @FuzzTest
  void findsOneOrNamesTheCandidatesOrSaysThatNothingFits(byte[] input) {
    TimeLimit.hold(() -> tryOut(input));
  }

  private static void tryOut(byte[] input) {
    String reference = new String(input, StandardCharsets.UTF_8);

    switch (References.resolve(reference, ITEMS)) {
      case References.NothingFits() -> assertThat(ITEMS).noneMatch(i -> i.id().equals(reference));
      case References.Found(String id) -> assertThat(ITEMS).anyMatch(i -> i.id().equals(id));
      case References.Ambiguous(List<Candidate> candidates) ->
          assertThat(candidates).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }
    LabelSeries.canonical(reference)
        .ifPresent(
            label -> {
              assertThat(LabelSeries.canonical(label)).contains(label);
              LabelSeries.ordinal(label)
                  .ifPresent(place -> assertThat(LabelSeries.at(place)).isEqualTo(label));
            });
    assertThat(LabelSeries.same(reference, "(" + reference + ")")).isTrue();
  }
}
