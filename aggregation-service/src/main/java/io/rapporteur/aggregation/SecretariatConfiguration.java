package io.rapporteur.aggregation;

import io.rapporteur.aggregation.board.Openings;
import io.rapporteur.aggregation.compilation.Observations;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.kafka.CompilationDesk;
import io.rapporteur.aggregation.paper.http.AtOnce;
import io.rapporteur.aggregation.rolling.Regroupings;
import io.rapporteur.aggregation.rolling.http.RollingLooking;
import io.rapporteur.aggregation.rolling.http.RollingPapersResource;
import io.rapporteur.aggregation.rolling.http.RollingTextResource;
import io.rapporteur.aggregation.secretariat.OpeningBoards;
import io.rapporteur.aggregation.secretariat.ProposalGroups;
import io.rapporteur.aggregation.secretariat.Rows;
import io.rapporteur.aggregation.secretariat.WorkObservations;
import io.rapporteur.aggregation.secretariat.http.BoardOpeningResource;
import io.rapporteur.aggregation.secretariat.http.ProposalGroupsResource;
import io.rapporteur.aggregation.secretariat.http.WorkDoor;
import io.rapporteur.aggregation.secretariat.http.WorkInBulkResource;
import io.rapporteur.aggregation.secretariat.http.WorkListResource;
import io.rapporteur.aggregation.secretariat.http.WorkResource;
import io.rapporteur.events.SecretariatEvent;
import io.rapporteur.schemas.access.AccessRules;
import io.rapporteur.schemas.access.Role;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** The part of aggregation in which the secretariat works on comments. */
@Configuration(proxyBeanMethods = false)
class SecretariatConfiguration {

  private static final String SECRETARIAT = AccessRules.name(Role.SECRETARIAT);

  @Bean
  EventLog<SecretariatEvent> aggregationSecretariatLog(
      AggregationProperties properties,
      @Qualifier("aggregationSchemaIds") SchemaIds ids,
      @Qualifier("aggregationClock") Clock clock,
      @Qualifier("aggregationClockSkew") ClockSkew skew) {
    return new EventLog<>(TopicCatalogue.SECRETARIAT_EVENTS, properties.kafka(), ids, clock, skew);
  }

  @Bean
  Rows aggregationSecretariatRows(CompilationDesk desk, EventLog<SecretariatEvent> log) {
    return desk.rows(log);
  }

  @Bean
  Observations aggregationObservations(Rows rows) {
    return new WorkObservations(rows);
  }

  @Bean
  Openings aggregationOpenings(Rows rows) {
    return new OpeningBoards(rows);
  }

  @Bean
  WorkDoor aggregationWorkDoor(
      CompilationDesk desk, Rows rows, @Qualifier("aggregationClock") Clock clock) {
    return new WorkDoor(new Looking(desk.compilations(), clock), desk.workedOn(), rows, clock);
  }

  @Bean
  WorkResource aggregationWorkResource(WorkDoor door, CompilationDesk desk) {
    return new WorkResource(door, desk.compilations());
  }

  @Bean
  WorkListResource aggregationWorkListResource(WorkDoor door, CompilationDesk desk) {
    return new WorkListResource(door, desk.compilations());
  }

  @Bean
  WorkInBulkResource aggregationWorkInBulkResource(WorkDoor door) {
    return new WorkInBulkResource(door);
  }

  @Bean
  BoardOpeningResource aggregationBoardOpeningResource(WorkDoor door) {
    return new BoardOpeningResource(door);
  }

  @Bean
  Regroupings aggregationRegroupings(Rows rows) {
    return new ProposalGroups(rows);
  }

  @Bean
  RollingLooking aggregationRollingLooking(
      CompilationDesk desk, Regroupings regroupings, @Qualifier("aggregationClock") Clock clock) {
    return new RollingLooking(
        desk.compilations(), new Looking(desk.compilations(), clock), regroupings);
  }

  @Bean
  RollingTextResource aggregationRollingTextResource(RollingLooking looking) {
    return new RollingTextResource(looking);
  }

  @Bean
  RollingPapersResource aggregationRollingPapersResource(
      RollingLooking looking, AtOnce atOnce, @Qualifier("aggregationClock") Clock clock) {
    return new RollingPapersResource(looking, atOnce, clock);
  }

  @Bean
  ProposalGroupsResource aggregationProposalGroupsResource(WorkDoor door, CompilationDesk desk) {
    return new ProposalGroupsResource(door, desk.compilations());
  }

  /** Who may come to which door; what others see of an observation stands with its comment. */
  static AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
      doors(
          AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
              doors) {
    return doors
        .requestMatchers(
            HttpMethod.GET,
            "/api/v1/compilations/*/work",
            "/api/v1/compilations/*/comments/*/work",
            "/api/v1/compilations/*/board")
        .hasRole(SECRETARIAT)
        .requestMatchers(
            HttpMethod.POST,
            "/api/v1/compilations/*/work",
            "/api/v1/compilations/*/rolling-text/groups")
        .hasRole(SECRETARIAT)
        .requestMatchers(HttpMethod.PATCH, "/api/v1/compilations/*/comments/*/work")
        .hasRole(SECRETARIAT)
        .requestMatchers(HttpMethod.PUT, "/api/v1/compilations/*/board")
        .hasRole(SECRETARIAT)
        .requestMatchers(HttpMethod.DELETE, "/api/v1/compilations/*/board")
        .hasRole(SECRETARIAT)
        .requestMatchers(HttpMethod.GET, "/api/v1/compilations/*/rolling-text")
        .permitAll();
  }
}
