package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.comment;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.rapporteur.standalone.Product.Answer;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that are signed well and still must not open a door. */
class TokenIT {

  private final Product product = RunningProduct.get();
  private JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();

  @BeforeEach
  void makeClaimsThatAreGood() {
    claims =
        new JWTClaimsSet.Builder()
            .issuer(product.address())
            .subject("eg")
            .audience("rapporteur")
            .claim("roles", List.of("delegation"))
            .claim("participant", "eg")
            .issueTime(new Date())
            .expirationTime(Date.from(Instant.now().plusSeconds(600)));
  }

  @Test
  void isTakenWhereEverythingIsRight() throws Exception {
    assertThat(ask(signed(issuersKey())).status()).isEqualTo(201);
  }

  @Test
  void isRefusedWhenExpired() throws Exception {
    claims.expirationTime(Date.from(Instant.now().minusSeconds(600)));

    assertUnauthenticated(ask(signed(issuersKey())));
  }

  @Test
  void isRefusedWhenOfAnotherIssuer() throws Exception {
    claims.issuer("https://login.example.org");

    assertUnauthenticated(ask(signed(issuersKey())));
  }

  @Test
  void isRefusedWhenMeantForAnotherProgram() throws Exception {
    claims.audience("canteen");

    assertUnauthenticated(ask(signed(issuersKey())));
  }

  @Test
  void isRefusedWhenSignedWithAKeyThatTheIssuerDoesNotHave() throws Exception {
    assertUnauthenticated(
        ask(signed(new RSAKeyGenerator(2048).keyID(issuersKey().getKeyID()).generate())));
  }

  @Test
  void whoKnocksAtADoorThatDoesNotExistGetsNoSession() {
    for (String path : List.of("/api/v1/nothing", "/actuator/env")) {
      Answer refused = product.get("", path);

      assertThat(refused.status()).isBetween(401, 404);
      assertThat(refused.headers()).doesNotContainKey("set-cookie");
    }
  }

  @Test
  void opensNoDoorForARoleThatDoesNotExist() throws Exception {
    claims.claim("roles", List.of("ambassador"));

    assertThat(ask(signed(issuersKey())).problem()).isEqualTo("forbidden");
  }

  @Test
  void speaksForNobodyWhenItsParticipantIsUnknownOrMissing() throws Exception {
    claims.claim("participant", "atlantis");
    assertThat(ask(signed(issuersKey())).problem()).isEqualTo("unknown-participant");

    claims.claim("participant", null);
    assertThat(ask(signed(issuersKey())).problem()).isEqualTo("unknown-participant");
  }

  private static void assertUnauthenticated(Answer answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
  }

  private RSAKey issuersKey() throws Exception {
    return RSAKey.parse(Files.readString(product.data().resolve("identity/signing-key.json")));
  }

  private String signed(RSAKey key) throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    var token = new SignedJWT(header, claims.build());
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private Answer ask(String token) {
    return product.send(
        HttpRequest.newBuilder(product.uri("/api/v1/comments"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(comment("13.g", "with this token"))));
  }
}
