package io.rapporteur.ingest.circulation;

import io.rapporteur.ingest.circulation.Occasion.Kind;
import io.rapporteur.ingest.circulation.Round.Extension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one participant is told of one consultation, the future included: when it opens, when the
 * participant's own deadline moves, when that deadline is near, each edition, of which it is told
 * again when it is opened to everyone, and of the meeting each version of the draft that is
 * circulated and the adopted list, and not decisions one by one. An extension for one participant
 * is thus told to that participant alone, and an extension for all that does not move the deadline
 * of one who has more time already is not told to that one. Source: paragraph 12 of the report
 * (circulation to all), promise 5 of the design (an extension for one concerns that participant and
 * the secretariat alone). Pure.
 *
 * @param remindBefore how long before its deadline a participant is reminded
 */
public record OccasionPolicy(Duration remindBefore) {

  /** In the order in which they are found, not in that of time. */
  public List<Occasion> occasions(Round round, String participant) {
    Instant opened = later(round.openedAt(), round.opensAt());
    Instant deadline = round.closesAt();
    List<Extension> told = new ArrayList<>();
    for (Extension extension : round.extensions()) {
      if (!extension.participant().map(participant::equals).orElse(true)
          || !extension.closesAt().isAfter(deadline)) {
        continue;
      }
      deadline = extension.closesAt();
      if (extension.at().isAfter(opened)) {
        told.add(extension);
      }
    }
    // What was moved before the opening is told by the opening.
    Instant standing = before(round, participant, opened);
    List<Occasion> occasions = new ArrayList<>();
    occasions.add(new Occasion(Kind.OPENED, opened, Optional.of(standing), Optional.empty()));
    told.forEach(
        extension ->
            occasions.add(
                new Occasion(
                    Kind.EXTENDED,
                    extension.at(),
                    Optional.of(extension.closesAt()),
                    Optional.empty())));
    Instant remindAt = deadline.minus(remindBefore);
    // Whoever was told of this deadline when it was already near needs no reminder.
    if (remindAt.isAfter(occasions.getLast().happenedAt())) {
      occasions.add(new Occasion(Kind.CLOSING, remindAt, Optional.of(deadline), Optional.empty()));
    }
    round
        .editions()
        .forEach(
            edition ->
                occasions.add(
                    new Occasion(
                        edition.forParticipants() ? Kind.SHARED : Kind.PUBLISHED,
                        edition.at(),
                        Optional.empty(),
                        Optional.of(edition.name()))));
    occasions.addAll(meeting(round.meeting()));
    return occasions;
  }

  private static List<Occasion> meeting(Round.Meeting meeting) {
    List<Occasion> occasions = new ArrayList<>();
    for (Round.Circulation circulation : meeting.circulations()) {
      occasions.add(
          new Occasion(
              Kind.DRAFT_CIRCULATED,
              circulation.at(),
              circulation.commentsUntil(),
              Optional.empty(),
              Optional.of(circulation.version())));
    }
    meeting
        .adoptedAt()
        .ifPresent(
            at ->
                occasions.add(
                    new Occasion(Kind.LIST_ADOPTED, at, Optional.empty(), Optional.empty())));
    return occasions;
  }

  private static Instant before(Round round, String participant, Instant opened) {
    return round.extensions().stream()
        .filter(e -> e.participant().map(participant::equals).orElse(true))
        .filter(e -> !e.at().isAfter(opened))
        .map(Extension::closesAt)
        .reduce(round.closesAt(), OccasionPolicy::later);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
