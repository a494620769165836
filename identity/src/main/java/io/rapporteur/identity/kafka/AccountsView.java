package io.rapporteur.identity.kafka;

import io.rapporteur.events.AccountCard;
import io.rapporteur.events.AccountEvent;
import io.rapporteur.events.KeyUse;
import io.rapporteur.events.ParticipantEvent;
import io.rapporteur.events.PersonCard;
import io.rapporteur.events.PersonKey;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewBatch;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.revision.RevisionRule;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;

/** The issuer's view of the log. Void events leave no trace in it. */
public final class AccountsView {

  /** What the records of this view look like; another number rebuilds it. */
  public static final String FORMAT = "2";

  /** The last counted event of each holder. */
  final Table<AccountEvent> last;

  /** Counted events, by {@code holder/revision}. */
  final Table<AccountEvent> events;

  /** Counted events, by {@code holder/request id}. */
  final Table<AccountEvent> requests;

  /** The last use of each key, unused ones too, by credential id. */
  final Table<KeyUse> uses;

  /** Accounts as they stand, by id. */
  final Table<AccountCard> cards;

  final Table<ParticipantEvent> participants;

  private final ViewReader reader;

  /** Describes the view; {@link #reader()} is not yet started. */
  public AccountsView(ViewStore store, BrokerAccess access, SchemaIds ids) {
    last = store.table("last", AccountEvent.getClassSchema());
    events = store.table("event", AccountEvent.getClassSchema());
    requests = store.table("request", AccountEvent.getClassSchema());
    uses = store.table("use", KeyUse.getClassSchema());
    cards = store.table("card", AccountCard.getClassSchema());
    participants = store.table("participant", ParticipantEvent.getClassSchema());
    reader =
        ViewReader.of("identity", Principal.IDENTITY, access, ids, store)
            .fold(TopicCatalogue.ACCOUNT_EVENTS, this::account)
            .fold(
                TopicCatalogue.PARTICIPANT_EVENTS,
                CountedEvents.last(
                    participants, ParticipantEvent::getParticipant, ParticipantEvent::getRevision))
            .build();
  }

  /** What feeds the view. */
  public ViewReader reader() {
    return reader;
  }

  private void account(AccountEvent event, ViewBatch view) {
    String holder = event.getHolder();
    int standing =
        view.get(last, holder).map(AccountEvent::getRevision).orElse(RevisionRule.NOTHING);
    if (!RevisionRule.counts(standing, event.getRevision())) {
      return;
    }
    view.put(last, holder, event);
    view.put(events, CountedEvents.key(holder, event.getRevision()), event);
    view.put(requests, holder + "/" + event.getRequestId(), event);
    for (AccountCard card : event.getCards()) {
      view.put(cards, card.getAccount(), card);
      PersonCard person = card.getPerson();
      if (person != null) {
        person.getKeys().forEach(key -> registered(card.getAccount(), key, view));
      }
    }
    KeyUse use = event.getUse();
    if (use != null) {
      view.put(uses, use.getCredential(), use);
    }
  }

  /** A key is found by its credential id from its registration on. */
  private void registered(String account, PersonKey key, ViewBatch view) {
    boolean known =
        view.get(uses, key.getCredential())
            .filter(use -> use.getAccount().equals(account) && use.getKey() == key.getNumber())
            .isPresent();
    if (!known) {
      view.put(
          uses,
          key.getCredential(),
          new KeyUse(account, key.getNumber(), key.getCredential(), 0L, null));
    }
  }
}
