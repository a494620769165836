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
  /** The key was used for another request. */
  KEY_REUSED,
  /** Another change of this holder's accounts came first. */
  OVERTAKEN,
  /** The view could not be brought to the end of the log. */
  NOT_READY
}
