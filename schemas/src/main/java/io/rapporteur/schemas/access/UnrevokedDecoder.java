package io.rapporteur.schemas.access;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Believes what another decoder believes, but for tokens that have been taken back. */
final class UnrevokedDecoder implements JwtDecoder {

  private final JwtDecoder decoder;
  private final Revocations revocations;

  UnrevokedDecoder(JwtDecoder decoder, Revocations revocations) {
    this.decoder = decoder;
    this.revocations = revocations;
  }

  @Override
  public Jwt decode(String token) {
    Jwt believed = decoder.decode(token);
    boolean standing = revocations.believes(believed);
    if (!standing) {
      throw new BadJwtException("token taken back");
    }
    return believed;
  }
}
