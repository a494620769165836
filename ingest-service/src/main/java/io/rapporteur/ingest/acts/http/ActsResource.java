package io.rapporteur.ingest.acts.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.ingest.acts.Act;
import io.rapporteur.ingest.acts.Acts;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.PageLimit;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The trail of acts: the secretariat reads that of all, but for what is a delegation's own affair;
 * a contact point that of its delegation.
 */
@RestController
@RequestMapping("/api/v1/acts")
public final class ActsResource {

  private static final PageLimit LIMIT = new PageLimit(100, 1_000);
  private static final Pattern PLACE = Pattern.compile("[0-9]{19}/[0-9a-f-]{36}");

  private final Acts acts;

  /** Puts the door together. */
  public ActsResource(Acts acts) {
    this.acts = acts;
  }

  @GetMapping
  ActsView all(
      @RequestParam Optional<String> participant,
      @RequestParam Optional<String> account,
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> until,
      @RequestParam Optional<String> cursor,
      @RequestParam Optional<String> limit,
      Authentication authentication) {
    Acts.Sight sight = sight(Caller.of(authentication), participant);
    List<Fault> faults = new ArrayList<>();
    var search =
        new Acts.Search(
            sight.own().or(() -> participant),
            account,
            instant("from", from, faults),
            instant("until", until, faults));
    Optional<String> after = place(cursor, faults);
    int size = LIMIT.of(limit, faults);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    Acts.Page page = acts.page(sight, search, after, size);
    return new ActsView(
        page.acts().stream().map(ActView::of).toList(),
        page.next()
            .map(
                place ->
                    Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(place.getBytes(StandardCharsets.UTF_8)))
            .orElse(null));
  }

  private static Acts.Sight sight(Caller caller, Optional<String> participant) {
    if (caller.isSecretariat()) {
      return new Acts.Sight(Optional.empty());
    }
    if (!caller.has(Duty.CONTACT_POINT)) {
      throw new RefusedException(
          ProblemType.FORBIDDEN,
          "This is for a contact point of the delegation; this account has another duty.");
    }
    if (participant.isPresent() && !caller.belongsTo(participant.get())) {
      throw new RefusedException(
          ProblemType.FORBIDDEN, "A delegation reads the trail of its own acts alone.");
    }
    return new Acts.Sight(caller.participant());
  }

  private static Optional<Instant> instant(
      String name, Optional<String> given, List<Fault> faults) {
    try {
      return given.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeException e) {
      faults.add(
          Fault.of(name, given.orElse(""), "a time with its offset, such as 2021-03-01T23:59:59Z"));
      return Optional.empty();
    }
  }

  private static Optional<String> place(Optional<String> cursor, List<Fault> faults) {
    if (cursor.isEmpty()) {
      return cursor;
    }
    try {
      String place =
          new String(Base64.getUrlDecoder().decode(cursor.get()), StandardCharsets.UTF_8);
      if (PLACE.matcher(place).matches()) {
        return Optional.of(place);
      }
    } catch (IllegalArgumentException e) {
      // Told below, as one that is not ours.
    }
    faults.add(Fault.of("cursor", cursor.get(), "the next of an earlier answer"));
    return Optional.empty();
  }

  /** A page of the trail, the latest first. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ActsView(List<ActView> acts, @Nullable String next) {}

  /** An act. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ActView(
      String id,
      Instant at,
      String account,
      String role,
      @Nullable String participant,
      String door,
      List<String> things,
      int status,
      @Nullable String note) {

    static ActView of(Act act) {
      return new ActView(
          act.id(),
          act.at(),
          act.account(),
          act.role(),
          act.participant().orElse(null),
          act.door(),
          act.things(),
          act.status(),
          act.note().orElse(null));
    }
  }
}
