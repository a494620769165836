package io.rapporteur.identity.account;

import java.util.List;
import java.util.Optional;

/** Accounts as the log tells. Implementations are thread-safe. */
public interface Accounts {

  /** The accounts of a holder; none if nothing was ever done to them. */
  Roster roster(Holder holder);

  /** All accounts, by id. */
  List<Account> all();

  /** The account of an id. */
  Optional<Account> account(String id);

  /** The last use of a key, by its credential id; unused ones are there too. */
  Optional<KeyUse> use(String credential);

  /** Whether there is a participant of this code. */
  boolean knowsParticipant(String code);

  /** The step that counted with this request's id. */
  Optional<Counted> earlier(Holder holder, Request request);

  /**
   * Hands a step to the log as the revision after that of the roster.
   *
   * @return the step of this request, at this try or at an earlier one; if it did not count, the
   *     step that counted as that revision
   */
  Counted append(Roster roster, Roster.Step.Change change, Request request);

  /** Tells every door which tokens of these accounts are believed; telling it again is harmless. */
  void tellDoors(List<Account> accounts);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();

  /**
   * A step that counts.
   *
   * @param requestId of the request that made it
   * @param requestDigest of that request
   * @param cards the accounts that it changed, as they stood after it
   */
  record Counted(String requestId, String requestDigest, List<Account> cards) {}
}
