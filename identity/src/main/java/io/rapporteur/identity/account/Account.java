package io.rapporteur.identity.account;

import io.rapporteur.schemas.access.Duty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An account as it stands. Immutable.
 *
 * @param id client id of its tokens
 * @param name what it is for, in words of those who manage it
 * @param duties within a delegation; empty for other roles
 * @param secrets valid now, two at most
 * @param lastSecret highest number of a secret so far
 * @param revision of the holder's accounts that made this card; its tokens carry it
 * @param tokensFrom tokens that carry a smaller revision are not believed
 * @param revokedAt when it was revoked for good
 * @param person what a person signs in with; empty for a client
 */
public record Account(
    String id,
    Holder holder,
    String name,
    Set<Duty> duties,
    List<Secret> secrets,
    int lastSecret,
    Instant createdAt,
    String createdBy,
    int revision,
    int tokensFrom,
    Optional<Instant> revokedAt,
    Optional<Person> person) {

  /** Two, so that a program can take the new one before the old one goes. */
  static final int SECRETS_AT_ONCE = 2;

  /** Copies the collections. */
  public Account {
    duties = Set.copyOf(duties);
    secrets = List.copyOf(secrets);
  }

  /** Whether it can get tokens. */
  public boolean isLive() {
    return revokedAt.isEmpty() && person.map(Person::isEnrolled).orElse(!secrets.isEmpty());
  }

  /** Whether a person signs in to it, and no program. */
  public boolean isOfAPerson() {
    return person.isPresent();
  }

  /** Whether it has a secret of this number. */
  public boolean hasSecret(int number) {
    return secrets.stream().anyMatch(secret -> secret.number() == number);
  }

  Account withDuties(Set<Duty> next, int made) {
    return with(next, secrets, lastSecret, made, made, revokedAt, person);
  }

  /** Tokens that are out stay good: nobody is interrupted. */
  Account withSecret(String hash, Instant at, String by, int made) {
    int number = lastSecret + 1;
    List<Secret> next = new ArrayList<>(secrets);
    next.add(new Secret(number, hash, at, by));
    return with(duties, next, number, made, tokensFrom, revokedAt, person);
  }

  /** No token says with which secret it was got: all that are out are taken back. */
  Account withoutSecret(int number, int made) {
    List<Secret> next = secrets.stream().filter(secret -> secret.number() != number).toList();
    return with(duties, next, lastSecret, made, made, revokedAt, person);
  }

  Account revoked(Instant at, int made) {
    return with(
        duties, List.of(), lastSecret, made, made, Optional.of(at), person.map(Person::emptied));
  }

  /** Sessions and tokens that are out stay good. */
  Account withPerson(Person next, int made) {
    return with(duties, secrets, lastSecret, made, tokensFrom, revokedAt, Optional.of(next));
  }

  /** Sessions and tokens that are out are taken back. */
  Account withPersonAnew(Person next, int made) {
    return with(duties, secrets, lastSecret, made, made, revokedAt, Optional.of(next));
  }

  private Account with(
      Set<Duty> nextDuties,
      List<Secret> nextSecrets,
      int nextLastSecret,
      int made,
      int nextTokensFrom,
      Optional<Instant> nextRevokedAt,
      Optional<Person> nextPerson) {
    return new Account(
        id,
        holder,
        name,
        nextDuties,
        nextSecrets,
        nextLastSecret,
        createdAt,
        createdBy,
        made,
        nextTokensFrom,
        nextRevokedAt,
        nextPerson);
  }
}
