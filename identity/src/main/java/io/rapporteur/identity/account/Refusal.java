package io.rapporteur.identity.account;

/** Why nothing was changed. */
public enum Refusal {
  /** There is no such account, or no such secret of it. */
  NOT_HERE,
  /** It was revoked for good. */
  REVOKED,
  /** Two secrets are valid already. */
  TWO_SECRETS,
  /** Without it nobody could manage accounts. */
  LAST_OF_SECRETARIAT,
  /** The holder has as many accounts as it may. */
  TOO_MANY,
  /** It is asked of a client what only a person's account has, or the other way round. */
  WRONG_KIND,
  /** The invitation is another, was used, or has expired. */
  INVITATION_OVER,
  /** The account has not been taken into use. */
  NOT_ENROLLED,
  /** The recovery code is none of those that are left. */
  WRONG_CODE,
  /** The account has as many keys as it may. */
  TOO_MANY_KEYS,
  /** The last key goes with a recovery code alone. */
  LAST_KEY,
  /** The counter of the key did not go on: there may be a copy of it. */
  COUNTER_WENT_BACK,
  /** The key was used for another request. */
  KEY_REUSED,
  /** Another change of this holder's accounts came first. */
  OVERTAKEN,
  /** The view could not be brought to the end of the log. */
  NOT_READY
}
