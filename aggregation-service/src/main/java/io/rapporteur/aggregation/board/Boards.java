package io.rapporteur.aggregation.board;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.CommentHistory;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Cut;
import io.rapporteur.aggregation.compilation.Sight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The boards of consultations. One that stands is counted once, however many look at it, until the
 * log goes on. Thread-safe.
 */
public final class Boards {

  private static final long MOST = 100;

  private final Compilations compilations;
  private final Cache<String, Counted> last = Caffeine.newBuilder().maximumSize(MOST).build();

  /** Counts what these tell. */
  public Boards(Compilations compilations) {
    this.compilations = compilations;
  }

  /**
   * A board, in the order of the text.
   *
   * @param cut of which state of the log it is
   */
  public record Board(Cut cut, List<ItemTally> tallies) {}

  private record Counted(long progress, Board board) {}

  /** The board as it stands. */
  public Board now(Consultation consultation) {
    long progress = compilations.progress();
    Counted counted =
        last.asMap()
            .compute(
                consultation.id(),
                (id, known) ->
                    known != null && known.progress() >= progress
                        ? known
                        : new Counted(progress, count(consultation)));
    return counted.board();
  }

  /** The board as it stood at a cut. */
  public Board at(Consultation consultation, Cut cut) {
    List<List<Comment>> until =
        compilations.histories(consultation.id()).stream()
            .map(history -> CommentHistory.until(cut, history))
            .toList();
    return new Board(cut, tallies(consultation, until));
  }

  private Board count(Consultation consultation) {
    List<List<Comment>> histories = compilations.histories(consultation.id());
    return new Board(
        CommentHistory.cut(histories, compilations.partitions()), tallies(consultation, histories));
  }

  private List<ItemTally> tallies(Consultation consultation, List<List<Comment>> histories) {
    Map<String, List<Comment>> byItem =
        Sight.ofSecretariat(histories, Optional.empty()).comments().stream()
            .filter(comment -> comment.recommendation().isPresent())
            .collect(Collectors.groupingBy(comment -> comment.recommendation().orElseThrow()));
    Map<String, String> participants = compilations.participants();
    return compilations.items(consultation).stream()
        .map(item -> ItemTally.of(item, byItem.getOrDefault(item.id(), List.of()), participants))
        .toList();
  }
}
