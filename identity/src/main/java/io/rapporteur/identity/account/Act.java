package io.rapporteur.identity.account;

/** What is done to accounts. */
public enum Act {
  CREATED,
  DUTIES_CHANGED,
  SECRET_ADDED,
  SECRET_REVOKED,
  REVOKED,
  HANDED_OVER,
  INVITED,
  ENROLLED,
  KEY_ADDED,
  KEY_REMOVED,
  CODES_RENEWED,
  PASSWORD_CHANGED,
  SIGNED_IN,
  SIGNED_IN_BY_CODE
}
