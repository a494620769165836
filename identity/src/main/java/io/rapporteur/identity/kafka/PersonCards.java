package io.rapporteur.identity.kafka;

import io.rapporteur.events.AccountInvitation;
import io.rapporteur.events.PersonCard;
import io.rapporteur.identity.account.Invitation;
import io.rapporteur.identity.account.KeyUse;
import io.rapporteur.identity.account.Person;
import io.rapporteur.identity.account.PersonKey;
import java.util.List;
import java.util.Optional;

/** What people sign in with, to and from the log. */
final class PersonCards {

  private PersonCards() {}

  static PersonCard card(Person person) {
    return PersonCard.newBuilder()
        .setInvitation(
            person
                .invitation()
                .map(
                    i ->
                        new AccountInvitation(
                            i.hash(), i.createdAt(), i.createdBy(), i.expiresAt()))
                .orElse(null))
        .setPassword(person.password().orElse(null))
        .setKeys(person.keys().stream().map(PersonCards::key).toList())
        .setLastKey(person.lastKey())
        .setCodes(List.copyOf(person.codes()))
        .build();
  }

  static Person person(PersonCard card) {
    return new Person(
        Optional.ofNullable(card.getInvitation())
            .map(
                i ->
                    new Invitation(
                        i.getHash(), i.getCreatedAt(), i.getCreatedBy(), i.getExpiresAt())),
        Optional.ofNullable(card.getPassword()),
        card.getKeys().stream().map(PersonCards::key).toList(),
        card.getLastKey(),
        card.getCodes());
  }

  static io.rapporteur.events.KeyUse use(KeyUse use) {
    return new io.rapporteur.events.KeyUse(
        use.account(), use.key(), use.credential(), use.counter(), use.usedAt().orElse(null));
  }

  static KeyUse use(io.rapporteur.events.KeyUse use) {
    return new KeyUse(
        use.getAccount(),
        use.getKey(),
        use.getCredential(),
        use.getCounter(),
        Optional.ofNullable(use.getUsedAt()));
  }

  private static io.rapporteur.events.PersonKey key(PersonKey key) {
    return new io.rapporteur.events.PersonKey(
        key.number(),
        key.name(),
        key.credential(),
        key.attestation(),
        List.copyOf(key.transports()),
        key.verifies(),
        key.createdAt());
  }

  private static PersonKey key(io.rapporteur.events.PersonKey key) {
    return new PersonKey(
        key.getNumber(),
        key.getName(),
        key.getCredential(),
        key.getAttestation(),
        key.getTransports(),
        key.getVerifies(),
        key.getCreatedAt());
  }
}
