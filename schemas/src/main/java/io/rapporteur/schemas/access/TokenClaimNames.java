package io.rapporteur.schemas.access;

/** Names of claims that only our own issuer writes. */
public final class TokenClaimNames {

  /** Revision of the account at which a token was issued. */
  public static final String REVISION = "account_revision";

  private TokenClaimNames() {}
}
