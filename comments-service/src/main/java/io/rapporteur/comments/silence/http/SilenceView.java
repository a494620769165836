package io.rapporteur.comments.silence.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.comments.silence.Objection;
import io.rapporteur.comments.silence.Question;
import io.rapporteur.comments.silence.Silence;
import io.rapporteur.comments.silence.Step;
import io.rapporteur.comments.submission.Registration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A procedure as one caller may see it.
 *
 * @param closesAt the deadline as it stands, inclusive
 * @param shortest silence that each member has at least, ISO 8601
 * @param standing running, awaiting-delivery, running-out, approved, broken or withdrawn
 * @param ranOutAt last instant of all members' silence, inclusive; absent as long as one has not
 *     been reached
 * @param deliveries whom it has reached; for secretariat and chair
 * @param notReached whom it has not, as far as is known; for secretariat and chair
 * @param objections who objected; for those to whom the question makes them known
 * @param own what stands of the caller's own delegation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SilenceView(
    String id,
    String body,
    Map<String, String> texts,
    @Nullable String reference,
    List<String> members,
    Instant putAt,
    Instant closesAt,
    String zone,
    String shortest,
    String objectorsKnownTo,
    String standing,
    @Nullable Instant ranOutAt,
    @Nullable Instant endedAt,
    @Nullable String reason,
    @Nullable List<DeliveryView> deliveries,
    @Nullable List<String> notReached,
    @Nullable List<ObjectionView> objections,
    @Nullable OwnView own) {

  /** What one may see beside the question and how it stands. */
  record Sight(boolean deliveries, boolean objectors, Optional<String> member) {}

  static SilenceView of(Silence silence, List<Objection> objections, Sight sight, Instant now) {
    Question question = silence.question();
    return new SilenceView(
        silence.id(),
        question.body(),
        new TreeMap<>(question.texts()),
        question.reference().orElse(null),
        question.members(),
        silence.putAt(),
        silence.closesAt(),
        question.zone().getId(),
        question.shortest().toString(),
        SilenceBody.word(question.knownTo()),
        standing(silence, now),
        sight.deliveries() ? silence.runsOut().orElse(null) : null,
        silence.ending().map(Silence.Ending::at).orElse(null),
        silence.ending().flatMap(Silence.Ending::reason).orElse(null),
        sight.deliveries() ? deliveries(silence) : null,
        sight.deliveries() ? silence.notReached() : null,
        sight.objectors()
            ? objections.stream().map(each -> ObjectionView.of(silence, each)).toList()
            : null,
        sight.member().map(member -> OwnView.of(silence, objections, member)).orElse(null));
  }

  private static List<DeliveryView> deliveries(Silence silence) {
    return silence.question().members().stream()
        .map(member -> DeliveryView.of(silence, member))
        .flatMap(Optional::stream)
        .toList();
  }

  private static String standing(Silence silence, Instant now) {
    return silence
        .ending()
        .map(
            ending ->
                switch (ending.kind()) {
                  case APPROVED -> "approved";
                  case BROKEN -> "broken";
                  case WITHDRAWN -> "withdrawn";
                })
        .orElseGet(
            () -> {
              if (silence.runsOut().filter(now::isAfter).isPresent()) {
                return "running-out";
              }
              boolean waits = now.isAfter(silence.closesAt()) && !silence.notReached().isEmpty();
              return waits ? "awaiting-delivery" : "running";
            });
  }

  /**
   * Whom the question reached.
   *
   * @param how acknowledged by the member itself, or the channel that the secretariat registered
   * @param runsOutAt last instant of its silence, inclusive
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeliveryView(
      String member,
      Instant deliveredAt,
      String how,
      @Nullable String reference,
      Instant runsOutAt) {

    static Optional<DeliveryView> of(Silence silence, String member) {
      return silence
          .delivery(member)
          .map(
              delivery ->
                  new DeliveryView(
                      member,
                      delivery.deliveredAt(),
                      delivery.registration().map(r -> r.channel().word()).orElse("acknowledged"),
                      delivery.registration().map(Registration::reference).orElse(null),
                      silence.runsOutFor(member).orElseThrow()));
    }
  }

  /** Who objected, and why. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ObjectionView(
      String id,
      String participant,
      Instant receivedAt,
      boolean late,
      @Nullable String reason,
      @Nullable String language,
      @Nullable String channel,
      @Nullable Instant arrivedAt,
      @Nullable String reference) {

    static ObjectionView of(Silence silence, Objection objection) {
      Optional<Registration> registration = objection.registration();
      return new ObjectionView(
          objection.id(),
          objection.participant(),
          objection.at(),
          silence
              .objection(objection.id())
              .map(step -> step.fact() instanceof Step.Objected(String id, boolean late) && late)
              .orElse(false),
          objection.reason().orElse(null),
          objection.language().orElse(null),
          registration.map(r -> r.channel().word()).orElse(null),
          registration.map(Registration::arrivedAt).orElse(null),
          registration.map(Registration::reference).orElse(null));
    }
  }

  /** What stands of one member. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OwnView(@Nullable DeliveryView delivery, @Nullable ObjectionView objection) {

    static OwnView of(Silence silence, List<Objection> objections, String member) {
      return new OwnView(
          DeliveryView.of(silence, member).orElse(null),
          objections.stream()
              .filter(objection -> objection.participant().equals(member))
              .findFirst()
              .map(objection -> ObjectionView.of(silence, objection))
              .orElse(null));
    }
  }
}
