package io.rapporteur.aggregation.board.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.board.Boards;
import io.rapporteur.aggregation.board.Boards.Board;
import io.rapporteur.aggregation.board.ItemTally;
import io.rapporteur.aggregation.board.Opening;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Notices;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The board as it stands, for those who may look at it, see {@link BoardSight}. */
@RestController
@RequestMapping("/api/v1/compilations/{id}/tallies")
public final class TalliesResource {

  private final Boards boards;
  private final BoardSight sight;

  /** Answers from these. */
  public TalliesResource(Boards boards, BoardSight sight) {
    this.boards = boards;
    this.sight = sight;
  }

  @GetMapping
  ResponseEntity<TalliesView> tallies(
      @PathVariable String id, @Nullable Authentication authentication) {
    Consultation consultation = sight.looking().find(id);
    BoardSight.Seen seen = sight.require(consultation, Caller.of(authentication));
    sight.looking().freshen();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(TalliesView.of(id, boards.now(consultation), seen));
  }

  /**
   * The board, in the order of the text.
   *
   * @param cut of which state of the log it is, for those who see everything
   * @param opened by which decision the reader looks, for others
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TalliesView(
      String consultation,
      List<String> notices,
      @Nullable String cut,
      @Nullable OpenedView opened,
      List<ItemTally> tallies) {

    static TalliesView of(String consultation, Board board, BoardSight.Seen seen) {
      return new TalliesView(
          consultation,
          List.of(Notices.NOT_A_VOTE),
          seen.all() ? board.cut().name() : null,
          seen.opening().map(OpenedView::of).orElse(null),
          board.tallies());
    }
  }

  /** By which decision of the Bureau a board is open. */
  record OpenedView(String audience, String decision, Instant openedAt) {

    static OpenedView of(Opening opening) {
      return new OpenedView(opening.audience().word(), opening.decision(), opening.openedAt());
    }
  }
}
