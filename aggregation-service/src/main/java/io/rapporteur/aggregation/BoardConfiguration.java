package io.rapporteur.aggregation;

import io.rapporteur.aggregation.board.Boards;
import io.rapporteur.aggregation.board.Openings;
import io.rapporteur.aggregation.board.http.BoardSight;
import io.rapporteur.aggregation.board.http.StreamResource;
import io.rapporteur.aggregation.board.http.TalliesResource;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.kafka.CompilationDesk;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The board, as it stands and as it changes. */
@Configuration(proxyBeanMethods = false)
class BoardConfiguration {

  @Bean
  Boards aggregationBoards(CompilationDesk desk) {
    return new Boards(desk.compilations());
  }

  @Bean
  BoardSight aggregationBoardSight(
      CompilationDesk desk, Openings openings, @Qualifier("aggregationClock") Clock clock) {
    return new BoardSight(new Looking(desk.compilations(), clock), openings);
  }

  @Bean
  TalliesResource aggregationTalliesResource(Boards boards, BoardSight sight) {
    return new TalliesResource(boards, sight);
  }

  @Bean
  StreamResource aggregationStreamResource(
      CompilationDesk desk,
      Boards boards,
      BoardSight sight,
      @Qualifier("aggregationClock") Clock clock) {
    return new StreamResource(boards, sight, desk.revocations(), clock);
  }
}
