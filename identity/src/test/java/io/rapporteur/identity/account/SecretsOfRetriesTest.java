package io.rapporteur.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.identity.account.ManagingAccounts.Outcome;
import io.rapporteur.schemas.revision.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Of two tries of one request at once, the log takes one; only its secret opens anything. */
class SecretsOfRetriesTest {

  private static final Holder EGYPT = Holder.delegation("eg");
  private static final Request REQUEST =
      new Request("-secretariat.1", RequestId.of("-secretariat.1", "k"), "d", Instant.EPOCH, "NV");

  private final AtomicInteger secrets = new AtomicInteger();
  private final Log log = new Log();
  private final ManagingAccounts accounts =
      new ManagingAccounts(
          log,
          () -> {
            int number = secrets.incrementAndGet();
            return new Secrets.Made("plain" + number, "hash" + number);
          },
          Duration.ofDays(1));

  @Test
  void theTryThatCountedIsToldItsSecretAndNoOtherIs() {
    assertThat(create()).contains("plain1");
    assertThat(create()).isEmpty();
  }

  @Test
  void aTryThatCameSecondIsToldNoSecretThatOpensNothing() {
    log.meanwhile = this::create;

    assertThat(create()).isEmpty();
    assertThat(log.counted).singleElement().satisfies(this::holdsTheSecretOfTheOther);
  }

  private void holdsTheSecretOfTheOther(Accounts.Counted counted) {
    assertThat(counted.cards().getFirst().secrets().getFirst().hash()).isEqualTo("hash2");
  }

  private Optional<String> create() {
    Outcome outcome = accounts.create(EGYPT, "desk", Set.of(), REQUEST);
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done) outcome).secret();
  }

  /** One step at most. */
  private static final class Log implements Accounts {

    private final List<Counted> counted = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    @Override
    public Roster roster(Holder holder) {
      return counted.isEmpty()
          ? new Roster(holder, 0, List.of())
          : new Roster(holder, 1, counted.getFirst().cards());
    }

    @Override
    public List<Account> all() {
      return List.of();
    }

    @Override
    public Optional<Account> account(String id) {
      return Optional.empty();
    }

    @Override
    public Optional<KeyUse> use(String credential) {
      return Optional.empty();
    }

    @Override
    public boolean knowsParticipant(String code) {
      return true;
    }

    @Override
    public Optional<Counted> earlier(Holder holder, Request request) {
      return counted.stream().findFirst();
    }

    @Override
    public Counted append(Roster roster, Roster.Step.Change change, Request request) {
      Runnable other = meanwhile;
      meanwhile = () -> {};
      other.run();
      if (counted.isEmpty()) {
        counted.add(new Counted(request.id().value(), request.digest(), change.cards()));
      }
      return counted.getFirst();
    }

    @Override
    public void tellDoors(List<Account> accounts) {
      // Nobody listens.
    }

    @Override
    public boolean catchUp() {
      return true;
    }
  }
}
