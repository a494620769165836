package io.rapporteur.aggregation.board.http;

import io.rapporteur.aggregation.board.Boards;
import io.rapporteur.aggregation.board.Boards.Board;
import io.rapporteur.aggregation.board.ItemTally;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Notices;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The board as it stands, for the secretariat and those to whom it grants sight. */
@RestController
@RequestMapping("/api/v1/compilations/{id}/tallies")
public final class TalliesResource {

  private final Boards boards;
  private final Looking looking;

  /** Answers from these. */
  public TalliesResource(Boards boards, Looking looking) {
    this.boards = boards;
    this.looking = looking;
  }

  @GetMapping
  ResponseEntity<TalliesView> tallies(
      @PathVariable String id, @Nullable Authentication authentication) {
    Consultation consultation = looking.find(id);
    requireSight(looking, consultation, Caller.of(authentication));
    looking.freshen();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(TalliesView.of(id, boards.now(consultation)));
  }

  static void requireSight(Looking looking, Consultation consultation, Caller caller) {
    if (!looking.seesAll(consultation, caller, "tallies")) {
      throw new RefusedException(
          ProblemType.FORBIDDEN,
          "Tallies are for the secretariat and for those to whom it grants sight.");
    }
  }

  /** The board, in the order of the text. */
  record TalliesView(
      String consultation, List<String> notices, String cut, List<ItemTally> tallies) {

    static TalliesView of(String consultation, Board board) {
      return new TalliesView(
          consultation, List.of(Notices.NOT_A_VOTE), board.cut().name(), board.tallies());
    }
  }
}
