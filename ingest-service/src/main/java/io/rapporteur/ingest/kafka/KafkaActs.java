package io.rapporteur.ingest.kafka;

import io.rapporteur.events.ActNoted;
import io.rapporteur.ingest.acts.Act;
import io.rapporteur.ingest.acts.Acts;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Acts as records of the topics {@code *-act.events.v1}, read from the view of ingest. */
public final class KafkaActs implements Acts {

  private static final int SCANNED_AT_ONCE = 1_000;

  private final ActTables tables;

  /** Reads from this view. */
  public KafkaActs(IngestView view) {
    this(view.acts);
  }

  KafkaActs(ActTables tables) {
    this.tables = tables;
  }

  @Override
  public Page page(Sight sight, Search search, Optional<String> after, int limit) {
    String start = search.participant().map(code -> code + "/").orElse("");
    Table<ActNoted> table = search.participant().isPresent() ? tables.ofDelegations : tables.shown;
    Predicate<ActNoted> wanted =
        act ->
            (sight.own().isPresent() || !act.getWithin())
                && search.account().map(act.getAccount()::equals).orElse(true);
    // The places of an instant begin with it; what is later stands before.
    String place = after.orElseGet(() -> search.until().map(ActTables::before).orElse(""));
    List<Act> found = new ArrayList<>();
    while (true) {
      List<Row<ActNoted>> rows =
          table.page(start, place.isEmpty() ? "" : start + place, SCANNED_AT_ONCE);
      for (Row<ActNoted> row : rows) {
        ActNoted act = row.value();
        if (search.from().filter(act.getNotedAt()::isBefore).isPresent()) {
          return new Page(found, Optional.empty());
        }
        if (wanted.test(act)) {
          if (found.size() == limit) {
            return new Page(found, Optional.of(place));
          }
          found.add(act(act));
        }
        place = ActTables.place(act);
      }
      if (rows.size() < SCANNED_AT_ONCE) {
        return new Page(found, Optional.empty());
      }
    }
  }

  private static Act act(ActNoted noted) {
    return new Act(
        noted.getAct(),
        noted.getNotedAt(),
        noted.getAccount(),
        noted.getRole(),
        Optional.ofNullable(noted.getParticipant()),
        noted.getDoor(),
        noted.getThings(),
        noted.getStatus(),
        Optional.ofNullable(noted.getNote()));
  }
}
