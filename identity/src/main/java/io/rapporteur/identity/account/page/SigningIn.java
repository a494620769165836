package io.rapporteur.identity.account.page;

import io.rapporteur.identity.account.Account;
import io.rapporteur.identity.account.Accounts;
import io.rapporteur.identity.account.KeyUse;
import io.rapporteur.identity.account.ManagingAccounts.Outcome;
import io.rapporteur.identity.account.OwnAccount;
import io.rapporteur.identity.account.Passwords;
import io.rapporteur.identity.account.Person;
import io.rapporteur.identity.account.webauthn.Keys;
import io.rapporteur.identity.session.Step;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who signs in: by password and key, by a key that verified its user, or by password and recovery
 * code. What is refused is refused without saying why. Thread-safe.
 */
public final class SigningIn {

  private static final Logger LOG = LoggerFactory.getLogger(SigningIn.class);

  private final Accounts accounts;
  private final OwnAccount own;
  private final Passwords passwords;
  private final Keys keys;

  /** Puts the ways together. */
  public SigningIn(Accounts accounts, OwnAccount own, Passwords passwords, Keys keys) {
    this.accounts = accounts;
    this.own = own;
    this.passwords = passwords;
    this.keys = keys;
  }

  /** The account, if it is a person's and this is its password; always as slow. */
  Optional<Account> byPassword(String id, String password) {
    Optional<Account> account = accounts.account(id).filter(Account::isLive);
    boolean right =
        passwords.matches(password, account.flatMap(Account::person).flatMap(Person::password));
    return right ? account : Optional.empty();
  }

  /** The account of a step, if nothing has been taken back since. */
  Optional<Account> of(Step step) {
    return accounts
        .account(step.account())
        .filter(Account::isLive)
        .filter(account -> step.revision() >= account.tokensFrom());
  }

  /** The account after its key answered the challenge of a step. */
  Optional<Account> byKey(Account account, Step step, String credential) {
    return keys.authenticate(account, step.challenge(), credential, false)
        .filter(answer -> signedIn(account, step, answer))
        .map(answer -> account);
  }

  /** The account whose key verified its user and answered. */
  Optional<Account> byKeyAlone(Step step, String credential) {
    Optional<Account> account =
        keys.credentialId(credential)
            .flatMap(accounts::use)
            .map(KeyUse::account)
            .flatMap(accounts::account)
            .filter(Account::isLive);
    return account
        .flatMap(known -> keys.authenticate(known, step.challenge(), credential, true))
        .filter(answer -> signedIn(account.orElseThrow(), step, answer))
        .flatMap(answer -> account);
  }

  /** The account as it stands after one of its recovery codes was used up. */
  Optional<Account> byCode(Account account, String code) {
    return switch (own.signInByCode(account, code)) {
      case Outcome.Done done -> Optional.of(done.cards().getFirst());
      case Outcome.Refused refused -> Optional.empty();
    };
  }

  private boolean signedIn(Account account, Step step, Keys.Answer answer) {
    return switch (own.signIn(account, step.challenge(), answer.credential(), answer.counter())) {
      case Outcome.Done done -> true;
      case Outcome.Refused refused -> {
        LOG.info("sign-in by key: {}", refused.why());
        yield false;
      }
    };
  }
}
