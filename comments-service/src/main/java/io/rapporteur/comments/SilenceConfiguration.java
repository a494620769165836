package io.rapporteur.comments;

import io.rapporteur.comments.kafka.Desk;
import io.rapporteur.comments.silence.EndingSilences;
import io.rapporteur.comments.silence.SilenceProcedure;
import io.rapporteur.comments.silence.http.SilenceMembersResource;
import io.rapporteur.comments.silence.http.SilenceResource;
import io.rapporteur.schemas.log.ViewReader;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The part of the desk where questions are put and approved by silence. */
@Configuration(proxyBeanMethods = false)
class SilenceConfiguration {

  @Bean
  SilenceProcedure commentsSilenceProcedure(Desk desk) {
    return new SilenceProcedure(desk.silences(), () -> UUID.randomUUID().toString());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  EndingSilences commentsEndingSilences(
      Desk desk,
      SilenceProcedure procedure,
      @Qualifier("commentsViewReader") ViewReader reader,
      @Qualifier("commentsClock") Clock clock) {
    return new EndingSilences(desk.silences(), procedure, reader::ready, clock);
  }

  @Bean
  SilenceResource commentsSilenceResource(
      Desk desk, SilenceProcedure procedure, @Qualifier("commentsClock") Clock clock) {
    return new SilenceResource(procedure, desk.silences(), desk.consultations(), clock);
  }

  @Bean
  SilenceMembersResource commentsSilenceMembersResource(
      Desk desk, SilenceProcedure procedure, @Qualifier("commentsClock") Clock clock) {
    return new SilenceMembersResource(procedure, desk.silences(), clock);
  }
}
