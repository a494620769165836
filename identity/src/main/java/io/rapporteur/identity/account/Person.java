package io.rapporteur.identity.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person signs in with: a password, and a key or a recovery code. Immutable.
 *
 * @param invitation that waits to be used
 * @param password hash of the password; empty before it has been set
 * @param keys in use, {@link #MOST_KEYS} at most
 * @param lastKey highest number of a key so far
 * @param codes hashes of the recovery codes that are left
 */
public record Person(
    Optional<Invitation> invitation,
    Optional<String> password,
    List<PersonKey> keys,
    int lastKey,
    List<String> codes) {

  /** As many keys an account may have. */
  public static final int MOST_KEYS = 10;

  /** Copies the collections. */
  public Person {
    keys = List.copyOf(keys);
    codes = List.copyOf(codes);
  }

  static Person invited(Invitation invitation) {
    return new Person(Optional.of(invitation), Optional.empty(), List.of(), 0, List.of());
  }

  /** Whether it has been taken into use. */
  public boolean isEnrolled() {
    return password.isPresent();
  }

  /** The key of a credential id. */
  public Optional<PersonKey> key(String credential) {
    return keys.stream().filter(key -> key.credential().equals(credential)).findFirst();
  }

  /** Nothing of it opens anything, but for the invitation. */
  Person invitedAnew(Invitation next) {
    return new Person(Optional.of(next), Optional.empty(), List.of(), lastKey, List.of());
  }

  Person emptied() {
    return new Person(Optional.empty(), Optional.empty(), List.of(), lastKey, List.of());
  }

  Person enrolled(String hash, PersonKey first, List<String> nextCodes) {
    return new Person(Optional.empty(), Optional.of(hash), keys, lastKey, nextCodes).withKey(first);
  }

  Person withKey(PersonKey key) {
    List<PersonKey> next = new ArrayList<>(keys);
    next.add(key.numbered(lastKey + 1));
    return new Person(invitation, password, next, lastKey + 1, codes);
  }

  Person withoutKey(int number) {
    return new Person(
        invitation,
        password,
        keys.stream().filter(key -> key.number() != number).toList(),
        lastKey,
        codes);
  }

  Person withPassword(String hash) {
    return new Person(invitation, Optional.of(hash), keys, lastKey, codes);
  }

  Person withCodes(List<String> next) {
    return new Person(invitation, password, keys, lastKey, next);
  }

  Person withoutCode(String hash) {
    return withCodes(codes.stream().filter(code -> !code.equals(hash)).toList());
  }
}
