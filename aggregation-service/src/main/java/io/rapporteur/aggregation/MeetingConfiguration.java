package io.rapporteur.aggregation;

import io.rapporteur.aggregation.kafka.CompilationDesk;
import io.rapporteur.aggregation.meeting.Conducting;
import io.rapporteur.aggregation.meeting.ImportingDecisions;
import io.rapporteur.aggregation.meeting.Meetings;
import io.rapporteur.aggregation.meeting.http.AdoptedResource;
import io.rapporteur.aggregation.meeting.http.DecisionImportsResource;
import io.rapporteur.aggregation.meeting.http.DecisionsResource;
import io.rapporteur.aggregation.meeting.http.EntriesResource;
import io.rapporteur.aggregation.meeting.http.Lineage;
import io.rapporteur.aggregation.meeting.http.MeetingDoor;
import io.rapporteur.aggregation.meeting.http.MeetingPapersResource;
import io.rapporteur.aggregation.meeting.http.StatementsResource;
import io.rapporteur.aggregation.paper.http.AtOnce;
import io.rapporteur.events.DecisionEvent;
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

/** The part of aggregation in which a meeting is prepared, held and closed. */
@Configuration(proxyBeanMethods = false)
class MeetingConfiguration {

  private static final String SECRETARIAT = AccessRules.name(Role.SECRETARIAT);
  private static final String CHAIR = AccessRules.name(Role.CHAIR);
  private static final String RAPPORTEUR = AccessRules.name(Role.RAPPORTEUR);

  @Bean
  EventLog<DecisionEvent> aggregationDecisionLog(
      AggregationProperties properties,
      @Qualifier("aggregationSchemaIds") SchemaIds ids,
      @Qualifier("aggregationClock") Clock clock,
      @Qualifier("aggregationClockSkew") ClockSkew skew) {
    return new EventLog<>(TopicCatalogue.DECISION_EVENTS, properties.kafka(), ids, clock, skew);
  }

  @Bean
  Meetings aggregationMeetings(CompilationDesk desk, EventLog<DecisionEvent> log) {
    return desk.meetings(log);
  }

  @Bean
  Conducting aggregationConducting(Meetings meetings) {
    return new Conducting(meetings);
  }

  @Bean
  MeetingDoor aggregationMeetingDoor(
      Meetings meetings,
      Conducting conducting,
      CompilationDesk desk,
      @Qualifier("aggregationClock") Clock clock) {
    return new MeetingDoor(meetings, conducting, desk.compilations(), desk.surroundings(), clock);
  }

  @Bean
  EntriesResource aggregationEntriesResource(MeetingDoor door) {
    return new EntriesResource(door);
  }

  @Bean
  DecisionsResource aggregationDecisionsResource(MeetingDoor door) {
    return new DecisionsResource(door);
  }

  @Bean
  StatementsResource aggregationStatementsResource(MeetingDoor door) {
    return new StatementsResource(door);
  }

  @Bean
  DecisionImportsResource aggregationDecisionImportsResource(
      MeetingDoor door, Meetings meetings, Conducting conducting) {
    return new DecisionImportsResource(door, new ImportingDecisions(meetings, conducting));
  }

  @Bean
  AdoptedResource aggregationAdoptedResource(
      MeetingDoor door, CompilationDesk desk, @Qualifier("aggregationClock") Clock clock) {
    return new AdoptedResource(door, new Lineage(desk.compilations(), clock));
  }

  @Bean
  MeetingPapersResource aggregationMeetingPapersResource(
      MeetingDoor door,
      CompilationDesk desk,
      AtOnce atOnce,
      @Qualifier("aggregationClock") Clock clock) {
    return new MeetingPapersResource(door, new Lineage(desk.compilations(), clock), atOnce);
  }

  /** Who may come to which door of a meeting; what each sees there is said by the door. */
  static AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
      doors(
          AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
              doors) {
    return doors
        .requestMatchers(HttpMethod.GET, "/api/v1/adopted/*/lineage")
        .hasAnyRole(SECRETARIAT, CHAIR)
        .requestMatchers(
            HttpMethod.GET,
            "/api/v1/entries",
            "/api/v1/entries/*",
            "/api/v1/decisions",
            "/api/v1/adopted/*")
        .permitAll()
        .requestMatchers(
            HttpMethod.POST,
            "/api/v1/entries",
            "/api/v1/entries/order",
            "/api/v1/entries/circulation")
        .hasAnyRole(SECRETARIAT, CHAIR, RAPPORTEUR)
        .requestMatchers(HttpMethod.PUT, "/api/v1/entries/*")
        .hasAnyRole(SECRETARIAT, CHAIR, RAPPORTEUR)
        .requestMatchers(HttpMethod.DELETE, "/api/v1/entries/*")
        .hasAnyRole(SECRETARIAT, CHAIR, RAPPORTEUR)
        .requestMatchers(
            HttpMethod.POST,
            "/api/v1/decisions",
            "/api/v1/decisions/corrections",
            "/api/v1/decisions/shown",
            "/api/v1/decisions/statements",
            "/api/v1/decisions/statements/withdrawals",
            "/api/v1/decisions/imports",
            "/api/v1/adopted/*",
            "/api/v1/adopted/*/corrections")
        .hasAnyRole(SECRETARIAT, CHAIR)
        .requestMatchers(HttpMethod.PUT, "/api/v1/adopted/*/languages/*")
        .hasAnyRole(SECRETARIAT, CHAIR);
  }
}
