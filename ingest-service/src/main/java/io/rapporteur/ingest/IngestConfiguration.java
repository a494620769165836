package io.rapporteur.ingest;

import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.DocumentEvent;
import io.rapporteur.events.ParticipantEvent;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.ingest.acts.http.ActsResource;
import io.rapporteur.ingest.consultations.Consultations;
import io.rapporteur.ingest.consultations.http.ConsultationsResource;
import io.rapporteur.ingest.consultations.http.EditionPublicationResource;
import io.rapporteur.ingest.consultations.http.RecommendationsResource;
import io.rapporteur.ingest.consultations.http.SightResource;
import io.rapporteur.ingest.documents.Documents;
import io.rapporteur.ingest.documents.LoadingReports;
import io.rapporteur.ingest.documents.http.CorrectionsResource;
import io.rapporteur.ingest.documents.http.DocumentsResource;
import io.rapporteur.ingest.documents.http.PublicationResource;
import io.rapporteur.ingest.groups.Groups;
import io.rapporteur.ingest.groups.http.GroupsResource;
import io.rapporteur.ingest.http.Requests;
import io.rapporteur.ingest.kafka.IngestView;
import io.rapporteur.ingest.kafka.KafkaActs;
import io.rapporteur.ingest.kafka.KafkaConsultations;
import io.rapporteur.ingest.kafka.KafkaDocuments;
import io.rapporteur.ingest.kafka.KafkaGroups;
import io.rapporteur.ingest.kafka.KafkaParticipants;
import io.rapporteur.ingest.participants.NamesOfParticipants;
import io.rapporteur.ingest.participants.Participants;
import io.rapporteur.ingest.participants.http.ParticipantsResource;
import io.rapporteur.ingest.seeds.Seeds;
import io.rapporteur.ingest.source.Limits;
import io.rapporteur.ingest.source.Sources;
import io.rapporteur.schemas.access.AccessConfiguration;
import io.rapporteur.schemas.access.AccessRules;
import io.rapporteur.schemas.access.Role;
import io.rapporteur.schemas.access.Trail;
import io.rapporteur.schemas.http.LogHealth;
import io.rapporteur.schemas.http.OpenApiResource;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.LogIdentity;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.schemas.wire.SchemaRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Ingest, put together. Its beans are named after it, since several services may share one context.
 */
@Configuration(proxyBeanMethods = false)
@Import({AccessConfiguration.class, CirculationConfiguration.class})
@EnableConfigurationProperties(IngestProperties.class)
public class IngestConfiguration {

  private static final String SECRETARIAT = AccessRules.name(Role.SECRETARIAT);

  @Bean
  Clock ingestClock() {
    return Clock.systemUTC();
  }

  @Bean
  ClockSkew ingestClockSkew() {
    return new ClockSkew();
  }

  @Bean
  SchemaIds ingestSchemaIds(IngestProperties properties) {
    return new SchemaIds(
        new SchemaRegistry(properties.registry()), properties.directory().resolve("schema-ids"));
  }

  @Bean
  IngestView ingestView(IngestProperties properties, @Qualifier("ingestSchemaIds") SchemaIds ids) {
    String format = IngestView.FORMAT + " of " + LogIdentity.of(properties.kafka());
    ViewStore store = ViewStore.open(properties.directory().resolve("view"), format);
    return new IngestView(store, properties.kafka(), ids);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ViewReader ingestViewReader(IngestView view) {
    return view.reader();
  }

  @Bean
  EventLog<ParticipantEvent> ingestParticipantLog(
      IngestProperties properties,
      @Qualifier("ingestSchemaIds") SchemaIds ids,
      @Qualifier("ingestClock") Clock clock,
      @Qualifier("ingestClockSkew") ClockSkew skew) {
    return new EventLog<>(TopicCatalogue.PARTICIPANT_EVENTS, properties.kafka(), ids, clock, skew);
  }

  @Bean
  EventLog<DocumentEvent> ingestDocumentLog(
      IngestProperties properties,
      @Qualifier("ingestSchemaIds") SchemaIds ids,
      @Qualifier("ingestClock") Clock clock,
      @Qualifier("ingestClockSkew") ClockSkew skew) {
    return new EventLog<>(TopicCatalogue.DOCUMENT_EVENTS, properties.kafka(), ids, clock, skew);
  }

  @Bean
  EventLog<RecommendationEvent> ingestRecommendationLog(
      IngestProperties properties,
      @Qualifier("ingestSchemaIds") SchemaIds ids,
      @Qualifier("ingestClock") Clock clock,
      @Qualifier("ingestClockSkew") ClockSkew skew) {
    return new EventLog<>(
        TopicCatalogue.RECOMMENDATION_EVENTS, properties.kafka(), ids, clock, skew);
  }

  @Bean
  EventLog<ConsultationEvent> ingestConsultationLog(
      IngestProperties properties,
      @Qualifier("ingestSchemaIds") SchemaIds ids,
      @Qualifier("ingestClock") Clock clock,
      @Qualifier("ingestClockSkew") ClockSkew skew) {
    return new EventLog<>(TopicCatalogue.CONSULTATION_EVENTS, properties.kafka(), ids, clock, skew);
  }

  @Bean
  Participants ingestParticipants(IngestView view, EventLog<ParticipantEvent> log) {
    return new KafkaParticipants(view, log);
  }

  @Bean
  Groups ingestGroups(IngestView view, EventLog<ParticipantEvent> log) {
    return new KafkaGroups(view, log);
  }

  @Bean
  Documents ingestDocuments(
      IngestView view, EventLog<DocumentEvent> log, EventLog<RecommendationEvent> items) {
    return new KafkaDocuments(view, log, items);
  }

  @Bean
  Consultations ingestConsultations(IngestView view, EventLog<ConsultationEvent> log) {
    return new KafkaConsultations(view, log);
  }

  @Bean
  LoadingReports ingestLoadingReports(
      Documents documents, Participants participants, IngestProperties properties) {
    return new LoadingReports(
        documents,
        new Sources(Limits.standard().withBytes(properties.largestFile().toBytes())),
        () -> NamesOfParticipants.of(participants.all()));
  }

  @Bean
  Requests ingestRequests(@Qualifier("ingestClock") Clock clock) {
    return new Requests(clock);
  }

  @Bean
  DocumentsResource ingestDocumentsResource(
      LoadingReports loading, Documents documents, Requests requests, IngestProperties properties) {
    return new DocumentsResource(loading, documents, requests, properties.largestFile());
  }

  @Bean
  CorrectionsResource ingestCorrectionsResource(Documents documents, Requests requests) {
    return new CorrectionsResource(documents, requests);
  }

  @Bean
  PublicationResource ingestPublicationResource(Documents documents, Requests requests) {
    return new PublicationResource(documents, requests);
  }

  @Bean
  ConsultationsResource ingestConsultationsResource(
      Consultations consultations,
      Documents documents,
      Participants participants,
      Requests requests) {
    return new ConsultationsResource(consultations, documents, participants, requests);
  }

  @Bean
  SightResource ingestSightResource(Consultations consultations, Requests requests) {
    return new SightResource(consultations, requests);
  }

  @Bean
  EditionPublicationResource ingestEditionPublicationResource(
      Consultations consultations, Requests requests) {
    return new EditionPublicationResource(consultations, requests);
  }

  @Bean
  RecommendationsResource ingestRecommendationsResource(
      Consultations consultations, Documents documents) {
    return new RecommendationsResource(consultations, documents);
  }

  @Bean
  ParticipantsResource ingestParticipantsResource(
      Participants participants, Groups groups, Requests requests) {
    return new ParticipantsResource(participants, groups, requests);
  }

  @Bean
  GroupsResource ingestGroupsResource(Groups groups, Participants participants, Requests requests) {
    return new GroupsResource(groups, participants, requests);
  }

  @Bean
  ActsResource ingestActsResource(IngestView view) {
    return new ActsResource(new KafkaActs(view));
  }

  @Bean
  RouterFunction<ServerResponse> ingestOpenApi() {
    return OpenApiResource.of("ingest");
  }

  @Bean
  Seeds ingestSeeds(
      IngestProperties properties,
      @Qualifier("ingestViewReader") ViewReader reader,
      Participants participants,
      Groups groups,
      LoadingReports loading,
      Documents documents,
      Consultations consultations,
      Requests requests) {
    return new Seeds(
        properties.seeds(),
        reader,
        participants,
        groups,
        loading,
        documents,
        consultations,
        requests);
  }

  @Bean
  HealthIndicator ingestLogHealth(
      @Qualifier("ingestViewReader") ViewReader reader,
      @Qualifier("ingestClockSkew") ClockSkew skew) {
    return new LogHealth(reader, skew);
  }

  @Bean
  Trail ingestTrail(
      IngestProperties properties,
      @Qualifier("ingestSchemaIds") SchemaIds ids,
      @Qualifier("ingestClock") Clock clock,
      @Qualifier("ingestClockSkew") ClockSkew skew) {
    return Trail.of(
        new EventLog<>(TopicCatalogue.INGEST_ACTS, properties.kafka(), ids, clock, skew), clock);
  }

  @Bean
  @Order(AccessRules.SERVICE_ORDER)
  SecurityFilterChain ingestSecurity(
      HttpSecurity http,
      AccessRules rules,
      @Qualifier("ingestTrail") Trail trail,
      @Qualifier("ingestViewReader") ViewReader reader,
      IngestView view) {
    return rules.of(
        http,
        List.of(
            "/api/v1/documents/**",
            "/api/v1/consultations/**",
            "/api/v1/participants/**",
            "/api/v1/groups/**",
            "/api/v1/deliveries/**",
            "/api/v1/acts",
            "/api/v1/openapi/ingest"),
        reader::ready,
        view.revocations(),
        trail,
        doors ->
            doors
                .requestMatchers("/api/v1/documents/**", "/api/v1/deliveries/**")
                .hasRole(SECRETARIAT)
                .requestMatchers(HttpMethod.GET, "/api/v1/acts")
                .hasAnyRole(SECRETARIAT, AccessRules.name(Role.DELEGATION))
                .requestMatchers("/api/v1/consultations/*/sight/**")
                .hasRole(SECRETARIAT)
                .requestMatchers(
                    HttpMethod.GET,
                    "/api/v1/consultations/**",
                    "/api/v1/participants",
                    "/api/v1/participants/*",
                    "/api/v1/groups",
                    "/api/v1/openapi/ingest")
                .permitAll()
                .requestMatchers(HttpMethod.PUT, "/api/v1/participants/*")
                .hasRole(SECRETARIAT)
                .requestMatchers(HttpMethod.POST, "/api/v1/consultations/**")
                .hasRole(SECRETARIAT)
                .requestMatchers("/api/v1/groups/*/speakers", "/api/v1/groups/*/speakers/*")
                .hasRole(SECRETARIAT));
  }
}
