package io.rapporteur.identity.account;

/** What is done to accounts. */
public enum Act {
  CREATED,
  DUTIES_CHANGED,
  SECRET_ADDED,
  SECRET_REVOKED,
  REVOKED,
  HANDED_OVER
}
