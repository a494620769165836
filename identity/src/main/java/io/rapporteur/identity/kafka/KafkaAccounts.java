package io.rapporteur.identity.kafka;

import io.rapporteur.events.AccountAct;
import io.rapporteur.events.AccountEvent;
import io.rapporteur.identity.account.Account;
import io.rapporteur.identity.account.Accounts;
import io.rapporteur.identity.account.Holder;
import io.rapporteur.identity.account.KeyUse;
import io.rapporteur.identity.account.Request;
import io.rapporteur.identity.account.Roster;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.revision.RevisionRule;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.states.TokensRevoked;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Accounts as events of {@code account.events.v1}, read back from the issuer's own view; the doors
 * read {@code revocation.state.v1}. Thread-safe.
 */
public final class KafkaAccounts implements Accounts {

  private final AccountsView view;
  private final EventLog<AccountEvent> log;
  private final EventLog<TokensRevoked> revocations;
  private final Clock clock;

  /** Writes to the logs, reads from the view. */
  public KafkaAccounts(
      AccountsView view,
      EventLog<AccountEvent> log,
      EventLog<TokensRevoked> revocations,
      Clock clock) {
    this.view = view;
    this.log = log;
    this.revocations = revocations;
    this.clock = clock;
  }

  @Override
  public Roster roster(Holder holder) {
    // The revision first: what is read after it can only be newer, and a step on it is then void.
    int revision =
        view.last.get(holder.key()).map(AccountEvent::getRevision).orElse(RevisionRule.NOTHING);
    return new Roster(
        holder,
        revision,
        view.cards.startingWith(holder.idPrefix()).stream().map(AccountCards::account).toList());
  }

  @Override
  public List<Account> all() {
    return view.cards.startingWith("").stream().map(AccountCards::account).toList();
  }

  @Override
  public Optional<Account> account(String id) {
    return view.cards.get(id).map(AccountCards::account);
  }

  @Override
  public Optional<KeyUse> use(String credential) {
    return view.uses.get(credential).map(PersonCards::use);
  }

  @Override
  public boolean knowsParticipant(String code) {
    return view.participants.get(code).isPresent();
  }

  @Override
  public Optional<Counted> earlier(Holder holder, Request request) {
    return view.requests.get(holder.key() + "/" + request.id().value()).map(KafkaAccounts::counted);
  }

  @Override
  public Counted append(Roster roster, Roster.Step.Change change, Request request) {
    String holder = roster.holder().key();
    int made = roster.revision() + 1;
    EventLog.Appended appended =
        log.append(
            holder,
            AccountEvent.newBuilder()
                .setHolder(holder)
                .setRevision(made)
                .setRequestId(request.id().value())
                .setRequestDigest(request.digest())
                .setOccurredAt(request.at())
                .setBy(request.by())
                .setAct(AccountAct.valueOf(change.act().name()))
                .setReference(request.reference())
                .setUse(change.use().map(PersonCards::use).orElse(null))
                .setCards(change.cards().stream().map(AccountCards::card).toList())
                .build());
    if (!view.reader().await(appended, EventLog.PATIENCE)) {
      throw new OutcomeUnknownException(
          "view: behind the log after " + EventLog.PATIENCE.toSeconds() + " s");
    }
    return earlier(roster.holder(), request)
        .orElseGet(() -> counted(view.events.get(CountedEvents.key(holder, made)).orElseThrow()));
  }

  private static Counted counted(AccountEvent event) {
    return new Counted(
        event.getRequestId(),
        event.getRequestDigest(),
        event.getCards().stream().map(AccountCards::account).toList());
  }

  @Override
  public void tellDoors(List<Account> accounts) {
    Map<String, TokensRevoked> said = new LinkedHashMap<>();
    for (Account account : accounts) {
      // Each revision under a key of its own: no late writer can put an earlier one in its place.
      said.put(
          CountedEvents.key(account.id(), account.tokensFrom()),
          new TokensRevoked(account.id(), account.tokensFrom(), clock.instant()));
    }
    if (!said.isEmpty()) {
      revocations.append(said);
    }
  }

  @Override
  public boolean catchUp() {
    return view.reader()
        .awaitEnd(
            List.of(TopicCatalogue.ACCOUNT_EVENTS, TopicCatalogue.PARTICIPANT_EVENTS),
            EventLog.PATIENCE);
  }
}
