package io.rapporteur.aggregation;

import io.rapporteur.aggregation.compilation.Observations;
import io.rapporteur.aggregation.compilation.http.ChangesResource;
import io.rapporteur.aggregation.compilation.http.CompilationsResource;
import io.rapporteur.aggregation.fold.CompilationTopology;
import io.rapporteur.aggregation.fold.FoldRuntime;
import io.rapporteur.aggregation.kafka.CompilationDesk;
import io.rapporteur.events.EditionEvent;
import io.rapporteur.schemas.access.AccessConfiguration;
import io.rapporteur.schemas.access.AccessRules;
import io.rapporteur.schemas.access.Role;
import io.rapporteur.schemas.access.Trail;
import io.rapporteur.schemas.http.LogHealth;
import io.rapporteur.schemas.http.OpenApiResource;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.signing.SigningKey;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.schemas.wire.SchemaRegistry;
import io.rapporteur.states.PublishedRecord;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.streams.StreamsBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Aggregation, put together. Its beans are named after it, since several services may share one
 * context.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  AccessConfiguration.class,
  BoardConfiguration.class,
  MeetingConfiguration.class,
  PapersConfiguration.class,
  PublicationConfiguration.class,
  ReceiptsConfiguration.class,
  RedactionConfiguration.class,
  SearchConfiguration.class,
  SecretariatConfiguration.class,
  TranslationConfiguration.class
})
@EnableConfigurationProperties(AggregationProperties.class)
public class AggregationConfiguration {

  private static final String SECRETARIAT = AccessRules.name(Role.SECRETARIAT);

  private static final String[] SIGNED_IN = {
    SECRETARIAT,
    AccessRules.name(Role.DELEGATION),
    AccessRules.name(Role.CHAIR),
    AccessRules.name(Role.RAPPORTEUR),
    AccessRules.name(Role.BUREAU)
  };

  @Bean
  Clock aggregationClock() {
    return Clock.systemUTC();
  }

  @Bean
  ClockSkew aggregationClockSkew() {
    return new ClockSkew();
  }

  @Bean
  SchemaIds aggregationSchemaIds(AggregationProperties properties) {
    return new SchemaIds(
        new SchemaRegistry(properties.registry()), properties.directory().resolve("schema-ids"));
  }

  @Bean
  FoldHealth aggregationFoldHealth(@Qualifier("aggregationClock") Clock clock) {
    return new FoldHealth(clock);
  }

  @Bean
  StreamsBuilderFactoryBean aggregationStreams(
      AggregationProperties properties,
      @Qualifier("aggregationSchemaIds") SchemaIds ids,
      FoldHealth health) {
    var streams =
        new StreamsBuilderFactoryBean(
            new KafkaStreamsConfiguration(
                FoldRuntime.settings(
                    properties.kafka(),
                    properties.directory().resolve("fold"),
                    properties.replicas())));
    streams.setStreamsUncaughtExceptionHandler(health);
    // Its successor need not wait for the session of one that has said goodbye.
    streams.setLeaveGroupOnClose(true);
    streams.setInfrastructureCustomizer(
        new KafkaStreamsInfrastructureCustomizer() {
          @Override
          public void configureBuilder(StreamsBuilder builder) {
            new CompilationTopology(FoldRuntime.serdes(ids)).addTo(builder);
          }
        });
    return streams;
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  CompilationDesk aggregationDesk(
      AggregationProperties properties,
      @Qualifier("aggregationSchemaIds") SchemaIds ids,
      @Qualifier("aggregationEditionKey") SigningKey key,
      @Qualifier("aggregationClock") Clock clock,
      @Qualifier("aggregationClockSkew") ClockSkew skew) {
    return new CompilationDesk(
        properties.directory().resolve("view"),
        properties.kafka(),
        ids,
        new EventLog<PublishedRecord>(
            TopicCatalogue.PUBLISHED_COMMENTS, properties.kafka(), ids, clock, skew),
        new EventLog<EditionEvent>(
            TopicCatalogue.EDITION_EVENTS, properties.kafka(), ids, clock, skew),
        key,
        clock);
  }

  @Bean
  CompilationsResource aggregationCompilationsResource(
      CompilationDesk desk, Observations observations, @Qualifier("aggregationClock") Clock clock) {
    return new CompilationsResource(desk.compilations(), observations, clock);
  }

  @Bean
  ChangesResource aggregationChangesResource(
      CompilationDesk desk, @Qualifier("aggregationClock") Clock clock) {
    return new ChangesResource(desk.compilations(), clock);
  }

  @Bean
  RouterFunction<ServerResponse> aggregationOpenApi() {
    return OpenApiResource.of("aggregation");
  }

  @Bean
  HealthIndicator aggregationLogHealth(
      CompilationDesk desk, @Qualifier("aggregationClockSkew") ClockSkew skew) {
    return new LogHealth(desk.reader(), skew);
  }

  @Bean
  Trail aggregationTrail(
      AggregationProperties properties,
      @Qualifier("aggregationSchemaIds") SchemaIds ids,
      @Qualifier("aggregationClock") Clock clock,
      @Qualifier("aggregationClockSkew") ClockSkew skew) {
    return Trail.of(
        new EventLog<>(TopicCatalogue.AGGREGATION_ACTS, properties.kafka(), ids, clock, skew),
        clock);
  }

  @Bean
  @Order(AccessRules.SERVICE_ORDER)
  SecurityFilterChain aggregationSecurity(
      HttpSecurity http,
      AccessRules rules,
      @Qualifier("aggregationTrail") Trail trail,
      CompilationDesk desk) {
    return rules.of(
        http,
        List.of(
            "/api/v1/compilations/**",
            "/api/v1/exports/**",
            "/api/v1/search",
            "/api/v1/edition-keys",
            "/api/v1/entries/**",
            "/api/v1/decisions/**",
            "/api/v1/adopted/**",
            "/api/v1/redactions/**",
            "/api/v1/translations/**",
            "/api/v1/openapi/aggregation"),
        desk.reader()::ready,
        desk.revocations(),
        trail,
        doors ->
            SecretariatConfiguration.doors(
                    TranslationConfiguration.doors(
                        RedactionConfiguration.doors(MeetingConfiguration.doors(doors))))
                .requestMatchers(HttpMethod.GET, "/api/v1/compilations/*/receipts")
                .hasAnyRole(SECRETARIAT, AccessRules.name(Role.DELEGATION))
                .requestMatchers(HttpMethod.POST, "/api/v1/compilations/*/exports")
                .hasAnyRole(SIGNED_IN)
                .requestMatchers(HttpMethod.GET, "/api/v1/exports/*", "/api/v1/exports/*/file")
                .hasAnyRole(SIGNED_IN)
                .requestMatchers(HttpMethod.DELETE, "/api/v1/exports/*")
                .hasAnyRole(SIGNED_IN)
                .requestMatchers(
                    HttpMethod.GET,
                    "/api/v1/compilations/*",
                    "/api/v1/compilations/*/tallies",
                    "/api/v1/compilations/*/stream",
                    "/api/v1/compilations/*/changes",
                    "/api/v1/compilations/*/editions",
                    "/api/v1/compilations/*/editions/*/proofs/*",
                    "/api/v1/compilations/*/editions/*/bundle",
                    "/api/v1/compilations/*/feed.atom",
                    "/api/v1/edition-keys",
                    "/api/v1/search",
                    "/api/v1/compilations/*/recommendations/*",
                    "/api/v1/openapi/aggregation")
                .permitAll());
  }
}
