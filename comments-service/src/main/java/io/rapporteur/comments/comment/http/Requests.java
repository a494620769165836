package io.rapporteur.comments.comment.http;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.core.Authentication;

/** Identifies requests: who asks, for whom, with which key, and when. */
final class Requests {

  private final Consultations consultations;
  private final Clock clock;

  Requests(Consultations consultations, Clock clock) {
    this.consultations = consultations;
    this.clock = clock;
  }

  /** The participant of the caller, as it stands. */
  Author author(Authentication authentication) {
    String code = Caller.of(authentication).participant().orElse("");
    return participant(code)
        .orElseThrow(
            () ->
                new RefusedException(
                    ProblemType.UNKNOWN_PARTICIPANT,
                    "participant: " + code + " (expected: a participant that was admitted)"));
  }

  /** The same, for what only a contact point does: to speak for the delegation. */
  Author speaker(Authentication authentication) {
    Author author = author(authentication);
    if (!Caller.of(authentication).has(Duty.CONTACT_POINT)) {
      throw new RefusedException(
          ProblemType.FORBIDDEN,
          "This is for a contact point of the delegation; this account has another duty.");
    }
    return author;
  }

  /** Those whom a comment asks to join; what is no participant, or the author, is a fault. */
  List<Author> coSponsors(List<String> codes, Author author, List<Fault> faults) {
    List<Author> coSponsors = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < codes.size(); i++) {
      String code = codes.get(i);
      Optional<Author> found = participant(code);
      if (found.isEmpty()) {
        faults.add(
            Fault.of(
                ProblemType.NOT_A_PARTICIPANT,
                "coSponsors[" + i + "]",
                code,
                "code of a participant",
                List.of()));
      } else if (code.equals(author.participant())) {
        faults.add(Fault.of("coSponsors[" + i + "]", code, "another than the author"));
      } else if (seen.add(code)) {
        coSponsors.add(found.get());
      }
    }
    return coSponsors;
  }

  /** The author as it speaks: for itself, or for a group if it has the right to, now. */
  Author speakingFor(Author author, Optional<String> group, Instant at, List<Fault> faults) {
    if (group.isEmpty()) {
      return author;
    }
    Set<String> may = consultations.groupsOf(author.participant(), at);
    if (!may.contains(group.get()) && consultations.catchUp()) {
      may = consultations.groupsOf(author.participant(), at);
    }
    if (!may.contains(group.get())) {
      faults.add(
          Fault.of(
              ProblemType.NO_RIGHT_TO_SPEAK,
              "onBehalfOf",
              group.get(),
              may.isEmpty()
                  ? "absent; this participant may speak for no group now"
                  : "one of " + String.join(", ", new TreeSet<>(may)),
              List.of()));
    }
    return author.speakingFor(group);
  }

  /** A participant, looked for up to the end of the log. */
  Optional<Author> participant(String code) {
    Optional<Author> found = consultations.participant(code);
    return found.isEmpty() && consultations.catchUp() ? consultations.participant(code) : found;
  }

  /** An act of a delegation. */
  Act act(
      Authentication authentication,
      Author author,
      String key,
      Instant receivedAt,
      Map<String, Object> said) {
    return new Act(author.participant(), Caller.of(authentication).client(), key, receivedAt, said);
  }

  /** An act of the secretariat. */
  Act ofSecretariat(
      Authentication authentication, String key, Instant receivedAt, Map<String, Object> said) {
    String client = Caller.of(authentication).client();
    return new Act(client, client, key, receivedAt, said);
  }

  /** The time, in milliseconds as the log keeps it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
