package io.rapporteur.comments.comment.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.comment.CirculatedDraft;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.comment.http.CommentBody.NamedTarget;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TargetOnEntryTest {

  private static final CirculatedDraft DRAFT =
      new CirculatedDraft(
          2,
          Optional.empty(),
          Map.of(
              "k.entry-1", new CirculatedDraft.Entry(Set.of(1, 2), Optional.empty()),
              "k.entry-12", new CirculatedDraft.Entry(Set.of(2), Optional.empty())),
          Optional.empty());

  private final List<String> faults = new ArrayList<>();

  @Test
  void meansTheEntryAsItWasCirculatedLast() {
    for (String said : List.of("12", "entry 12", "١٢", "k.entry-12")) {
      assertThat(resolve(Optional.of(DRAFT), said, Optional.empty()))
          .isEqualTo(Target.onEntry("k.entry-12", 2));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void meansTheVersionThatIsNamedIfItHoldsTheEntry() {
    assertThat(resolve(Optional.of(DRAFT), "1", Optional.of(1)).draftVersion()).contains(1);
    assertThat(faults).isEmpty();

    resolve(Optional.of(DRAFT), "12", Optional.of(1));
    resolve(Optional.of(DRAFT), "12", Optional.of(3));

    assertThat(faults)
        .containsExactly(
            "unknown-reference draftVersion: 1 (expected: a version of the draft that holds the"
                + " entry)",
            "unknown-reference draftVersion: 3 (expected: a version of the draft that holds the"
                + " entry)");
  }

  @Test
  void saysTheSameOfAnEntryThatIsOnlyPreparedAndOfNone() {
    resolve(Optional.of(DRAFT), "3", Optional.empty());
    resolve(Optional.empty(), "3", Optional.empty());

    assertThat(faults)
        .hasSize(2)
        .allMatch(
            fault ->
                fault.equals(
                    "unknown-reference entry: 3 (expected: an entry of the draft as it was"
                        + " circulated last, such as 12)"));
  }

  @Test
  void refusesAVersionOfTheDraftWithoutAnEntryAndAnEntryBesideAnItem() {
    var fields =
        new Fields(
            (ObjectNode)
                JsonMapper.builder()
                    .build()
                    .readTree("{\"entry\":\"1\",\"recommendation\":\"13(a)\"}"));

    CommentBody.target(fields);
    new TargetResolution(consultation(Optional.of(DRAFT)), this::add)
        .resolve(named(Optional.empty(), Optional.of(1)));

    assertThat(fields.faults())
        .extracting(Fault::message)
        .containsExactly("entry: 1 (expected: absent where something of the text is named)");
    assertThat(faults).singleElement().asString().contains("draftVersion: 1");
  }

  private Target resolve(Optional<CirculatedDraft> draft, String said, Optional<Integer> version) {
    return new TargetResolution(consultation(draft), this::add)
        .resolve(named(Optional.of(said), version));
  }

  private void add(Fault fault) {
    faults.add(fault.type() + " " + fault.message());
  }

  private static NamedTarget named(Optional<String> entry, Optional<Integer> version) {
    return new NamedTarget(
        Optional.of("k"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        entry,
        version);
  }

  private static Consultation consultation(Optional<CirculatedDraft> draft) {
    return new Consultation(
        "k",
        List.of("doc"),
        1,
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(1),
        Map.of(),
        List.of(),
        draft);
  }
}
