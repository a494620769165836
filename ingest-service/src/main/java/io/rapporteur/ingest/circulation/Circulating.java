package io.rapporteur.ingest.circulation;

import io.rapporteur.ingest.circulation.Courier.Outcome;
import io.rapporteur.schemas.delivery.Release;
import io.rapporteur.schemas.delivery.Release.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Tells participants what happened: makes deliveries due, claims each in the log, tries, and writes
 * how it went. While held it does nothing.
 *
 * <p><b>At least once.</b> A delivery is made due once, on however many instances, and is tried by
 * the one whose claim the log took. An instance that dies between the other side's yes and its
 * DeliverySent, or that cannot write it, leaves a claim that expires, and the message goes out
 * again under the same Message-ID or webhook-id. More is not to be had from SMTP or HTTP.
 *
 * <p>Thread-safe; an attempt takes as long as its courier.
 */
public final class Circulating {

  private final Rounds rounds;
  private final Contacts contacts;
  private final Predicate<String> participants;
  private final Deliveries deliveries;
  private final Release release;
  private final Map<Channel, Courier> couriers;
  private final CirculationTerms terms;
  private final Clock clock;
  private final RandomGenerator chance;

  /**
   * Puts it together.
   *
   * @param participants whether a code is that of a participant
   * @param couriers by the means that are switched on
   * @param chance shortens waits
   */
  public Circulating(
      Rounds rounds,
      Contacts contacts,
      Predicate<String> participants,
      Deliveries deliveries,
      Release release,
      Map<Channel, Courier> couriers,
      CirculationTerms terms,
      Clock clock,
      RandomGenerator chance) {
    this.rounds = rounds;
    this.contacts = contacts;
    this.participants = participants;
    this.deliveries = deliveries;
    this.release = release;
    this.couriers = Map.copyOf(couriers);
    this.terms = terms;
    this.clock = clock;
    this.chance = chance;
  }

  /** Writes what has become due; answers how many deliveries that were. */
  public int makeDue() {
    if (!deliveries.ready()) {
      return 0;
    }
    Standing standing = release.standing(deliveries.reached());
    Instant now = now();
    List<Delivery> due = new ArrayList<>();
    for (Round round : rounds.all()) {
      for (Contact contact : contacts.all()) {
        if (participants.test(contact.participant())) {
          for (Occasion occasion : terms.occasions().occasions(round, contact.participant())) {
            if (standing.covers(occasion.happenedAt())
                && !occasion.happenedAt().isAfter(now)
                && !occasion.stale(now)) {
              addMissing(round, contact, occasion, due);
            }
          }
        }
      }
    }
    deliveries.makeDue(due, now);
    return due.size();
  }

  private void addMissing(Round round, Contact contact, Occasion occasion, List<Delivery> due) {
    for (Channel channel : couriers.keySet()) {
      if (contact.has(channel)) {
        Delivery delivery =
            Delivery.due(contact.participant(), round.consultation(), occasion, channel);
        if (deliveries.standing(delivery).isEmpty()) {
          due.add(delivery);
        }
      }
    }
  }

  /** What may be tried now by this instance, in the order in which it happened. */
  public List<Delivery> triable() {
    if (!deliveries.ready()) {
      return List.of();
    }
    Standing standing = release.standing(deliveries.reached());
    Instant now = now();
    return deliveries.open().stream()
        .filter(delivery -> standing.covers(delivery.occasion().happenedAt()))
        .filter(delivery -> delivery.triable(now) && couriers.containsKey(delivery.channel()))
        .sorted(Comparator.comparing(delivery -> delivery.occasion().happenedAt()))
        .toList();
  }

  /**
   * Claims a delivery and, if the log agrees, tries it once and writes how it went. Does nothing if
   * this instance has been held since it was seen.
   */
  public void attempt(Delivery seen) {
    if (!release.standing(deliveries.reached()).covers(seen.occasion().happenedAt())) {
      return;
    }
    Instant now = now();
    Optional<Delivery> claimed = deliveries.claim(seen, now.plus(terms.claim()), now);
    if (claimed.isEmpty()) {
      return;
    }
    Delivery delivery = claimed.get();
    switch (carry(delivery)) {
      case Outcome.Taken taken -> deliveries.sent(delivery, now());
      case Outcome.NotNow(String cause) ->
          deliveries.failed(
              delivery, cause, terms.retries().next(delivery.tries(), now(), chance), now());
      case Outcome.Never(String cause) ->
          deliveries.failed(delivery, cause, Optional.empty(), now());
    }
  }

  private Outcome carry(Delivery delivery) {
    if (delivery.occasion().stale(now())) {
      return new Outcome.Never("it is too late to tell this");
    }
    if (delivery.tries() > terms.retries().tries()) {
      return new Outcome.Never("no try came to an end");
    }
    Map<String, Contact> each =
        contacts.all().stream()
            .collect(Collectors.toMap(Contact::participant, Function.identity(), (a, b) -> a));
    Contact contact = each.get(delivery.participant());
    Courier courier = couriers.get(delivery.channel());
    Optional<Round> round = rounds.round(delivery.consultation());
    if (contact == null || !contact.has(delivery.channel())) {
      return new Outcome.Never("the participant has no address for this any more");
    }
    if (courier == null || round.isEmpty()) {
      return new Outcome.NotNow("this instance cannot carry it");
    }
    if (overtaken(delivery, round.get())) {
      return new Outcome.Never("the deadline has been moved since");
    }
    try {
      return courier.carry(Message.of(delivery, round.get(), terms.link()), contact);
    } catch (RuntimeException e) {
      // A claim left to expire would be followed by the next after minutes, and tell no cause.
      return new Outcome.NotNow("this instance failed (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** Whether a reminder waited, for instance for its next try, until it was wrong. */
  private boolean overtaken(Delivery delivery, Round round) {
    return delivery.occasion().kind() == Occasion.Kind.CLOSING
        && terms.occasions().occasions(round, delivery.participant()).stream()
            .noneMatch(occasion -> occasion.name().equals(delivery.occasion().name()));
  }

  /** The clock, in milliseconds as the log keeps them. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
