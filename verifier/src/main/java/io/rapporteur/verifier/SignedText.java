package io.rapporteur.verifier;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.Map;
import java.util.Objects;

/** What a key of ours has signed (RFC 7515, ES256). */
final class SignedText {

  private SignedText() {}

  /**
   * What was signed.
   *
   * @param jws compact
   * @param type that it must be of
   * @param keys a JWK set, of which one must have signed it
   * @throws RefusedException if it is not that
   */
  static Map<String, Object> of(String jws, String type, JWKSet keys) {
    try {
      JWSObject signed = JWSObject.parse(jws);
      JWK key = keys.getKeyByKeyId(signed.getHeader().getKeyID());
      if (key == null) {
        throw new RefusedException(type + ": signed by a key that is not among those given");
      }
      boolean ours =
          JWSAlgorithm.ES256.equals(signed.getHeader().getAlgorithm())
              && new JOSEObjectType(type).equals(signed.getHeader().getType())
              && signed.verify(new ECDSAVerifier(key.toECKey()));
      if (!ours) {
        throw new RefusedException(type + ": the signature is not of this text");
      }
      return Objects.requireNonNull(signed.getPayload().toJSONObject());
    } catch (ParseException | JOSEException | RuntimeException e) {
      if (e instanceof RefusedException refused) {
        throw refused;
      }
      throw new RefusedException(type + ": not a signed text of ours");
    }
  }
}
