package io.rapporteur.identity.account;

import io.rapporteur.identity.account.ManagingAccounts.Outcome;
import io.rapporteur.schemas.revision.CanonicalJson;
import io.rapporteur.schemas.revision.RequestId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person does with the own account: takes it into use, signs in, keeps keys, codes and
 * password. What answers a challenge counts once, on whichever instance and however often it comes:
 * the log knows the challenge. Thread-safe.
 */
public final class OwnAccount {

  private final Accounts accounts;
  private final Acts acts;
  private final SecureRandom random;
  private final Clock clock;

  /** Works on these accounts. */
  public OwnAccount(Accounts accounts, SecureRandom random, Clock clock) {
    this.accounts = accounts;
    this.acts = new Acts(accounts);
    this.random = random;
    this.clock = clock;
  }

  /** A new set of recovery codes, not yet anybody's. */
  public RecoveryCodes newCodes() {
    return RecoveryCodes.make(random);
  }

  /** Whether this code still opens the invitation of an account. */
  public boolean isInvited(Account account, String code) {
    return account.revokedAt().isEmpty()
        && account
            .person()
            .flatMap(Person::invitation)
            .filter(invitation -> invitation.opens(account.id(), code, clock.instant()))
            .isPresent();
  }

  /** Takes the account into use. */
  public Outcome enrol(
      Account account,
      String invitation,
      String passwordHash,
      String challenge,
      PersonKey key,
      RecoveryCodes codes) {
    Request request = answering(account, challenge);
    return acts.untilItCounts(
        account.holder(),
        request,
        roster ->
            People.enrol(
                roster,
                account.id(),
                invitation,
                passwordHash,
                key,
                codes.hashes(account.id()),
                request.at()));
  }

  /** Signs in with a key that answered a challenge. */
  public Outcome signIn(Account account, String challenge, String credential, long counter) {
    Request request = answering(account, challenge);
    return acts.untilItCounts(
        account.holder(),
        request,
        roster -> {
          int number =
              account.person().flatMap(p -> p.key(credential)).map(PersonKey::number).orElse(0);
          var use =
              new KeyUse(account.id(), number, credential, counter, Optional.of(request.at()));
          return People.signIn(roster, account.id(), accounts.use(credential), use);
        });
  }

  /** Signs in with a recovery code. */
  public Outcome signInByCode(Account account, String code) {
    return acts.untilItCounts(
        account.holder(),
        request(account),
        roster -> People.signInByCode(roster, account.id(), code));
  }

  /** Adds a key that answered a challenge. */
  public Outcome addKey(Account account, String challenge, PersonKey key) {
    return acts.untilItCounts(
        account.holder(),
        answering(account, challenge),
        roster -> People.addKey(roster, account.id(), key));
  }

  /** Removes a key. */
  public Outcome removeKey(Account account, int number, Optional<String> code) {
    return acts.untilItCounts(
        account.holder(),
        request(account),
        roster -> People.removeKey(roster, account.id(), number, code));
  }

  /** Puts a new set of recovery codes in place of the one before. */
  public Outcome renewCodes(Account account, RecoveryCodes codes) {
    return acts.untilItCounts(
        account.holder(),
        request(account),
        roster -> People.renewCodes(roster, account.id(), codes.hashes(account.id())));
  }

  /** Changes the password. */
  public Outcome changePassword(Account account, String passwordHash) {
    return acts.untilItCounts(
        account.holder(),
        request(account),
        roster -> People.changePassword(roster, account.id(), passwordHash));
  }

  private Request answering(Account account, String challenge) {
    return request(account, "challenge " + challenge);
  }

  private Request request(Account account) {
    return request(account, UUID.randomUUID().toString());
  }

  /** The digest is of this try alone: a second try with the same key is another request. */
  private Request request(Account account, String key) {
    return new Request(
        account.id(),
        RequestId.of(account.id(), key),
        CanonicalJson.digest(List.of(UUID.randomUUID().toString())),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        "");
  }
}
