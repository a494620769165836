package io.rapporteur.comments;

import io.rapporteur.comments.comment.DecidingLate;
import io.rapporteur.comments.comment.HandingIn;
import io.rapporteur.comments.comment.Joining;
import io.rapporteur.comments.comment.http.CoSponsorsResource;
import io.rapporteur.comments.comment.http.CommentListsResource;
import io.rapporteur.comments.comment.http.CommentsResource;
import io.rapporteur.comments.comment.http.LateDecisionResource;
import io.rapporteur.comments.kafka.Desk;
import io.rapporteur.comments.receipt.ReceiptKeysResource;
import io.rapporteur.comments.receipt.SignedReceipts;
import io.rapporteur.events.AttachmentEvent;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.schemas.access.AccessConfiguration;
import io.rapporteur.schemas.access.AccessRules;
import io.rapporteur.schemas.access.Role;
import io.rapporteur.schemas.access.Trail;
import io.rapporteur.schemas.http.LogHealth;
import io.rapporteur.schemas.http.OpenApiResource;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.TransactionalLog;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.signing.SigningKey;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.schemas.wire.SchemaRegistry;
import io.rapporteur.states.DraftRecord;
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
 * The desk, put together. Its beans are named after it, since several services may share one
 * context.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  AccessConfiguration.class,
  AttachmentsConfiguration.class,
  DraftsConfiguration.class,
  FeedConfiguration.class,
  ImportsConfiguration.class,
  SilenceConfiguration.class,
  SubmissionsConfiguration.class
})
@EnableConfigurationProperties(CommentsProperties.class)
public class CommentsConfiguration {

  private static final String DELEGATION = AccessRules.name(Role.DELEGATION);
  private static final String SECRETARIAT = AccessRules.name(Role.SECRETARIAT);

  @Bean
  Clock commentsClock() {
    return Clock.systemUTC();
  }

  @Bean
  ClockSkew commentsClockSkew() {
    return new ClockSkew();
  }

  @Bean
  SchemaIds commentsSchemaIds(CommentsProperties properties) {
    return new SchemaIds(
        new SchemaRegistry(properties.registry()), properties.directory().resolve("schema-ids"));
  }

  @Bean
  EventLog<CommentEvent> commentsLog(
      CommentsProperties properties,
      @Qualifier("commentsSchemaIds") SchemaIds ids,
      @Qualifier("commentsClock") Clock clock,
      @Qualifier("commentsClockSkew") ClockSkew skew) {
    return new EventLog<>(TopicCatalogue.COMMENT_EVENTS, properties.kafka(), ids, clock, skew);
  }

  @Bean
  Desk commentsDesk(
      CommentsProperties properties,
      @Qualifier("commentsSchemaIds") SchemaIds ids,
      EventLog<CommentEvent> log,
      EventLog<AttachmentEvent> attachmentLog,
      EventLog<DraftRecord> draftLog,
      TransactionalLog together) {
    return new Desk(
        properties.directory().resolve("view"),
        properties.kafka(),
        ids,
        log,
        attachmentLog,
        draftLog,
        together);
  }

  @Bean
  EventLog<DraftRecord> commentsDraftLog(
      CommentsProperties properties,
      @Qualifier("commentsSchemaIds") SchemaIds ids,
      @Qualifier("commentsClock") Clock clock,
      @Qualifier("commentsClockSkew") ClockSkew skew) {
    return Desk.draftLog(properties.kafka(), ids, clock, skew);
  }

  @Bean(initMethod = "fence")
  TransactionalLog commentsTransactionalLog(
      CommentsProperties properties, @Qualifier("commentsSchemaIds") SchemaIds ids) {
    String instance = InstanceName.of(properties.directory().resolve("instance"));
    return new TransactionalLog(properties.kafka(), instance, ids);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ViewReader commentsViewReader(Desk desk) {
    return desk.reader();
  }

  @Bean
  SigningKey commentsReceiptKey(CommentsProperties properties) {
    return SigningKey.of(properties.receiptKeyFile());
  }

  @Bean
  CommentsResource commentsResource(
      Desk desk,
      @Qualifier("commentsReceiptKey") SigningKey key,
      @Qualifier("commentsClock") Clock clock) {
    var handingIn = new HandingIn(desk.comments(), desk.consultations(), new SignedReceipts(key));
    return new CommentsResource(handingIn, desk.consultations(), desk.attachments(), clock);
  }

  @Bean
  CommentListsResource commentsCommentListsResource(
      Desk desk, @Qualifier("commentsClock") Clock clock) {
    return new CommentListsResource(desk.comments(), desk.consultations(), clock);
  }

  @Bean
  CoSponsorsResource commentsCoSponsorsResource(
      Desk desk,
      @Qualifier("commentsReceiptKey") SigningKey key,
      @Qualifier("commentsClock") Clock clock) {
    var joining = new Joining(desk.comments(), desk.consultations(), new SignedReceipts(key));
    return new CoSponsorsResource(joining, desk.consultations(), clock);
  }

  @Bean
  LateDecisionResource commentsLateDecisionResource(
      Desk desk,
      @Qualifier("commentsReceiptKey") SigningKey key,
      @Qualifier("commentsClock") Clock clock) {
    var deciding = new DecidingLate(desk.comments(), desk.consultations(), new SignedReceipts(key));
    return new LateDecisionResource(deciding, desk.consultations(), clock);
  }

  @Bean
  ReceiptKeysResource commentsReceiptKeysResource(@Qualifier("commentsReceiptKey") SigningKey key) {
    return new ReceiptKeysResource(key);
  }

  @Bean
  RouterFunction<ServerResponse> commentsOpenApi() {
    return OpenApiResource.of("comments");
  }

  @Bean
  HealthIndicator commentsLogHealth(
      @Qualifier("commentsViewReader") ViewReader reader,
      @Qualifier("commentsClockSkew") ClockSkew skew) {
    return new LogHealth(reader, skew);
  }

  /** Drafts, imports, uploads and objections are a delegation's own affair. */
  @Bean
  Trail commentsTrail(
      CommentsProperties properties,
      @Qualifier("commentsSchemaIds") SchemaIds ids,
      @Qualifier("commentsClock") Clock clock,
      @Qualifier("commentsClockSkew") ClockSkew skew) {
    return Trail.of(
        new EventLog<>(TopicCatalogue.COMMENTS_ACTS, properties.kafka(), ids, clock, skew),
        clock,
        "/api/v1/drafts",
        "/api/v1/imports",
        "/api/v1/attachments",
        "/api/v1/silence/[^/]+/objections");
  }

  @Bean
  @Order(AccessRules.SERVICE_ORDER)
  SecurityFilterChain commentsSecurity(
      HttpSecurity http,
      AccessRules rules,
      @Qualifier("commentsTrail") Trail trail,
      @Qualifier("commentsViewReader") ViewReader reader,
      Desk desk) {
    return rules.of(
        http,
        List.of(
            "/api/v1/comments/**",
            "/api/v1/attachments/**",
            "/api/v1/drafts/**",
            "/api/v1/feed/**",
            "/api/v1/imports/**",
            "/api/v1/submissions/**",
            "/api/v1/silence/**",
            "/api/v1/templates/**",
            "/api/v1/receipt-keys",
            "/api/v1/openapi/comments"),
        reader::ready,
        desk.revocations(),
        trail,
        doors ->
            doors
                .requestMatchers(HttpMethod.GET, "/api/v1/receipt-keys", "/api/v1/openapi/comments")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/api/v1/comments")
                .hasRole(DELEGATION)
                .requestMatchers(HttpMethod.GET, "/api/v1/comments/*")
                .hasAnyRole(DELEGATION, SECRETARIAT)
                .requestMatchers(HttpMethod.GET, "/api/v1/comments/*/attachments/*")
                .hasAnyRole(DELEGATION, SECRETARIAT)
                .requestMatchers(HttpMethod.POST, "/api/v1/attachments")
                .hasAnyRole(DELEGATION, SECRETARIAT)
                .requestMatchers(
                    HttpMethod.GET, "/api/v1/attachments/*", "/api/v1/attachments/*/state")
                .hasAnyRole(DELEGATION, SECRETARIAT)
                .requestMatchers(HttpMethod.DELETE, "/api/v1/attachments/*")
                .hasAnyRole(DELEGATION, SECRETARIAT)
                .requestMatchers("/api/v1/drafts/**")
                .hasRole(DELEGATION)
                .requestMatchers(HttpMethod.GET, "/api/v1/feed", "/api/v1/feed/webhook")
                .hasRole(DELEGATION)
                .requestMatchers(HttpMethod.PUT, "/api/v1/feed/webhook")
                .hasRole(DELEGATION)
                .requestMatchers(HttpMethod.DELETE, "/api/v1/feed/webhook")
                .hasRole(DELEGATION)
                .requestMatchers(HttpMethod.POST, "/api/v1/feed/webhook/secret")
                .hasRole(DELEGATION)
                .requestMatchers(HttpMethod.GET, "/api/v1/feed/release")
                .hasRole(SECRETARIAT)
                .requestMatchers(HttpMethod.POST, "/api/v1/feed/release")
                .hasRole(SECRETARIAT)
                .requestMatchers(HttpMethod.POST, "/api/v1/imports", "/api/v1/imports/*/submission")
                .hasRole(DELEGATION)
                .requestMatchers(HttpMethod.GET, "/api/v1/imports/*")
                .hasRole(DELEGATION)
                .requestMatchers(HttpMethod.GET, "/api/v1/submissions", "/api/v1/submissions/*")
                .hasAnyRole(DELEGATION, SECRETARIAT)
                .requestMatchers(
                    HttpMethod.POST, "/api/v1/submissions", "/api/v1/submissions/*/additions")
                .hasAnyRole(DELEGATION, SECRETARIAT)
                .requestMatchers(HttpMethod.POST, "/api/v1/submissions/*/late-decision")
                .hasRole(SECRETARIAT)
                .requestMatchers(HttpMethod.GET, "/api/v1/silence", "/api/v1/silence/*")
                .hasAnyRole(
                    DELEGATION,
                    SECRETARIAT,
                    AccessRules.name(Role.CHAIR),
                    AccessRules.name(Role.RAPPORTEUR),
                    AccessRules.name(Role.BUREAU))
                .requestMatchers(
                    HttpMethod.POST, "/api/v1/silence/*/deliveries", "/api/v1/silence/*/objections")
                .hasAnyRole(DELEGATION, SECRETARIAT)
                .requestMatchers(
                    HttpMethod.POST,
                    "/api/v1/silence",
                    "/api/v1/silence/*/extensions",
                    "/api/v1/silence/*/withdrawal")
                .hasRole(SECRETARIAT)
                .requestMatchers(HttpMethod.GET, "/api/v1/templates/*")
                .hasAnyRole(DELEGATION, SECRETARIAT)
                .requestMatchers(HttpMethod.POST, "/api/v1/comments")
                .hasRole(DELEGATION)
                .requestMatchers(HttpMethod.PUT, "/api/v1/comments/*")
                .hasRole(DELEGATION)
                .requestMatchers(HttpMethod.DELETE, "/api/v1/comments/*")
                .hasRole(DELEGATION)
                .requestMatchers(HttpMethod.PUT, "/api/v1/comments/*/cosponsors/*")
                .hasRole(DELEGATION)
                .requestMatchers(HttpMethod.DELETE, "/api/v1/comments/*/cosponsors/*")
                .hasRole(DELEGATION)
                .requestMatchers(HttpMethod.POST, "/api/v1/comments/*/late-decision")
                .hasRole(SECRETARIAT));
  }
}
