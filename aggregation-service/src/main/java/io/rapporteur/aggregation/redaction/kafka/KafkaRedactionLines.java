package io.rapporteur.aggregation.redaction.kafka;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.redaction.RedactionLine;
import io.rapporteur.aggregation.redaction.RedactionLines;
import io.rapporteur.aggregation.redaction.RedactionStep;
import io.rapporteur.events.SecretariatEvent;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Redactions as events of {@code secretariat.events.v1}. Thread-safe. */
public final class KafkaRedactionLines implements RedactionLines {

  private final RedactionTables view;
  private final BiFunction<String, Audience, Map<String, RedactionLine>> known;
  private final ViewReader reader;
  private final EventLog<SecretariatEvent> log;

  /**
   * Reads from a view, and appends to a log.
   *
   * @param known the lines of a consultation as far as these know them, by comment
   */
  public KafkaRedactionLines(
      RedactionTables view,
      BiFunction<String, Audience, Map<String, RedactionLine>> known,
      ViewReader reader,
      EventLog<SecretariatEvent> log) {
    this.view = view;
    this.known = known;
    this.reader = reader;
    this.log = log;
  }

  @Override
  public RedactionLine line(String consultation, String comment) {
    return view.line(consultation, comment);
  }

  @Override
  public List<RedactionLine> lines(String consultation) {
    return List.copyOf(view.lines(consultation).values());
  }

  @Override
  public int known(String consultation, String comment, Audience audience) {
    RedactionLine line = known.apply(consultation, audience).get(comment);
    return line == null ? 0 : line.revision();
  }

  @Override
  public void append(RedactionStep step) {
    EventLog.Appended appended =
        log.append(RedactionEvents.subject(step.comment()), RedactionEvents.event(step));
    if (!reader.await(appended, EventLog.PATIENCE)) {
      throw new OutcomeUnknownException(
          "view: behind the log after " + EventLog.PATIENCE.toSeconds() + " s");
    }
  }

  @Override
  public boolean catchUp() {
    return reader.awaitEnd(List.of(TopicCatalogue.SECRETARIAT_EVENTS), EventLog.PATIENCE);
  }
}
