package io.rapporteur.schemas.access;

import io.rapporteur.schemas.log.Fold;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.states.TokensRevoked;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Revocations as a service's own view tells. Of several of one account the highest revision stands,
 * in whatever order they arrive. Thread-safe.
 */
public final class RevokedTokens implements Revocations {

  private final Table<TokensRevoked> revoked;

  /** Keeps them in a table of this store. */
  public RevokedTokens(ViewStore store) {
    revoked = store.table("revoked", TokensRevoked.getClassSchema());
  }

  /** How {@code revocation.state.v1} is read. */
  public Fold<TokensRevoked> fold() {
    return (said, view) -> {
      int standing =
          view.get(revoked, said.getAccount()).map(TokensRevoked::getRevision).orElse(-1);
      if (said.getRevision() > standing) {
        view.put(revoked, said.getAccount(), said);
      }
    };
  }

  @Override
  public boolean believes(String account, int revision, Instant issuedAt) {
    return revoked
        .get(account)
        .map(
            said ->
                revision >= 0
                    ? revision >= said.getRevision()
                    : !issuedAt.isBefore(said.getAt().truncatedTo(ChronoUnit.SECONDS)))
        .orElse(true);
  }
}
