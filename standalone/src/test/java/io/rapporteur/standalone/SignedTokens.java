package io.rapporteur.standalone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.rapporteur.standalone.Product.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Tokens made with the issuer's own key, for roles that no client of the demonstration has. */
final class SignedTokens {

  private final Product product;

  SignedTokens(Product product) {
    this.product = product;
  }

  /** A token of an account with one role, that holds for ten minutes. */
  String of(String account, String role) {
    try {
      RSAKey key =
          RSAKey.parse(Files.readString(product.data().resolve("identity/signing-key.json")));
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
              new JWTClaimsSet.Builder()
                  .issuer(product.address())
                  .subject(account)
                  .audience("rapporteur")
                  .claim("roles", List.of(role))
                  .issueTime(new Date())
                  .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                  .build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads a door with a token. */
  Answer get(String token, String path) {
    return product.send(
        HttpRequest.newBuilder(product.uri(path)).header("Authorization", "Bearer " + token).GET());
  }

  /** What a door answers in letters, whatever its form. */
  String text(String token, String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(product.uri(path)).GET();
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
