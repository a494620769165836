package io.rapporteur.aggregation.meeting.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.SeededNames;
import io.rapporteur.aggregation.compilation.SeededNames.Printed;
import io.rapporteur.aggregation.meeting.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementViewTest {

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "es", "fr", "ru", "zh"})
  void statementsNameEverySpeakerInItsPlaceWhoeverSpokeFirst(String language) {
    var random = new Random(17);
    List<Statement> statements = new ArrayList<>();
    SeededNames.classes()
        .forEach(
            (code, participantClass) ->
                statements.add(
                    new Statement(
                        statements.size(),
                        Optional.empty(),
                        code,
                        participantClass,
                        Statement.Kind.EXPLANATION_OF_POSITION,
                        "text",
                        "en",
                        Instant.ofEpochSecond(random.nextInt(1_000)),
                        Instant.EPOCH)));
    Collections.shuffle(statements, random);

    List<StatementView> shown =
        StatementView.of(
            statements, Optional.empty(), new HouseOrder(language, SeededNames.names(language)));

    assertThat(shown)
        .extracting(each -> new Printed(each.participant(), each.name()))
        .containsExactlyElementsOf(SeededNames.inOrder(language));
  }
}
