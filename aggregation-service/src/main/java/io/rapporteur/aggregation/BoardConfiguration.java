package io.rapporteur.aggregation;

import io.rapporteur.aggregation.board.Boards;
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
  TalliesResource aggregationTalliesResource(
      CompilationDesk desk, Boards boards, @Qualifier("aggregationClock") Clock clock) {
    return new TalliesResource(boards, new Looking(desk.compilations(), clock));
  }

  @Bean
  StreamResource aggregationStreamResource(
      CompilationDesk desk, Boards boards, @Qualifier("aggregationClock") Clock clock) {
    return new StreamResource(
        boards, new Looking(desk.compilations(), clock), desk.revocations(), clock);
  }
}
