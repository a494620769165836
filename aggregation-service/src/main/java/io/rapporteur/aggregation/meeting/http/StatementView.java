package io.rapporteur.aggregation.meeting.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rapporteur.aggregation.compilation.Comment.CoSponsor;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.meeting.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A statement, under the name of the table in the language of the page.
 *
 * @param original language of its text
 */
record StatementView(
    int id,
    String participant,
    String name,
    @JsonProperty("class") String participantClass,
    String kind,
    String text,
    String original,
    Instant statedAt) {

  /** The statements on one entry, or on the whole; in the house order. */
  static List<StatementView> of(
      Collection<Statement> statements, Optional<String> entry, HouseOrder order) {
    return statements.stream()
        .filter(statement -> statement.entry().equals(entry))
        .sorted(
            Comparator.comparing(StatementView::speaker, order.coSponsors())
                .thenComparing(Statement::statedAt)
                .thenComparing(Statement::id))
        .map(statement -> of(statement, order))
        .toList();
  }

  static StatementView of(Statement statement, HouseOrder order) {
    return new StatementView(
        statement.id(),
        statement.participant(),
        order.name(statement.participant()),
        statement.participantClass(),
        statement.kind().word(),
        statement.text(),
        statement.language(),
        statement.statedAt());
  }

  private static CoSponsor speaker(Statement statement) {
    return new CoSponsor(statement.participant(), statement.participantClass(), Optional.empty());
  }
}
