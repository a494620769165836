package io.rapporteur.aggregation.fold;

import io.rapporteur.events.Position;
import io.rapporteur.states.PositionCounts;
import io.rapporteur.states.RecommendationTally;
import io.rapporteur.states.TallyChange;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what was received on a recommendation. Pure. */
final class Tallying {

  private Tallying() {}

  static RecommendationTally add(
      String recommendation, TallyChange change, RecommendationTally tally) {
    Map<String, PositionCounts> consultations = new HashMap<>(tally.getConsultations());
    PositionCounts counts =
        PositionCounts.newBuilder(
                consultations.getOrDefault(
                    change.getConsultation(), new PositionCounts(0, 0, 0, 0, 0, 0, 0)))
            .build();
    if (change.getCountedBefore()) {
      count(counts, change.getPositionBefore(), -1);
    }
    if (change.getCountedNow()) {
      count(counts, change.getPositionNow(), 1);
    }
    consultations.put(change.getConsultation(), counts);
    return new RecommendationTally(recommendation, consultations);
  }

  private static void count(PositionCounts counts, @Nullable Position position, int by) {
    counts.setReceived(counts.getReceived() + by);
    switch (position) {
      case SUPPORT -> counts.setSupport(counts.getSupport() + by);
      case SUPPORT_WITH_CHANGES ->
          counts.setSupportWithChanges(counts.getSupportWithChanges() + by);
      case RESERVE -> counts.setReserve(counts.getReserve() + by);
      case OBJECT -> counts.setObject(counts.getObject() + by);
      case NO_COMMENT -> counts.setNoComment(counts.getNoComment() + by);
      case null -> counts.setNotStated(counts.getNotStated() + by);
    }
  }
}
