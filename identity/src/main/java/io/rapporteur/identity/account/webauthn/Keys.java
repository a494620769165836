package io.rapporteur.identity.account.webauthn;

import com.webauthn4j.WebAuthnManager;
import io.rapporteur.identity.account.Account;
import io.rapporteur.identity.account.PersonKey;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registers keys and has them answer challenges (WebAuthn Level 3). No attestation is asked for:
 * any maker's key is taken. Verification of the user is asked for where the key can do it, and
 * required where the key stands for both factors. What is wrong with an answer is logged in its
 * kind alone. Thread-safe.
 */
public final class Keys {

  private static final Logger LOG = LoggerFactory.getLogger(Keys.class);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int LONGEST_ATTESTATION = 8_192;
  private static final int LONGEST_ID = 1_400;

  private final PublicKeyCredentialRpEntity party;
  private final Set<String> origins;
  private final Clock clock;
  private final WebAuthnManager verifier = WebAuthnManager.createNonStrictWebAuthnManager();
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  /**
   * @param id of the relying party: the host of the pages, or a domain above it
   * @param name of the relying party, as authenticators show it
   * @param origins of the pages
   */
  public Keys(String id, String name, Set<String> origins, Clock clock) {
    this.party = PublicKeyCredentialRpEntity.builder().id(id).name(name).build();
    this.origins = Set.copyOf(origins);
    this.clock = clock;
  }

  /**
   * A key that answered.
   *
   * @param credential credential id, base64url
   * @param counter signature counter that it told
   */
  public record Answer(String credential, long counter) {}

  /** A new challenge. */
  public String challenge() {
    return Bytes.random().toBase64UrlString();
  }

  /** What the browser is asked to make a key by, as JSON. */
  public String creationOptions(Account account, String challenge) {
    return json.writeValueAsString(creation(account, challenge));
  }

  /** A key that was made so; its number is not given yet. */
  public Optional<PersonKey> register(
      Account account, String challenge, String credential, String name) {
    var keys = new OneAccountsKeys(account);
    try {
      PublicKeyCredential<AuthenticatorAttestationResponse> made =
          json.readValue(credential, new TypeReference<>() {});
      CredentialRecord known =
          operations(keys)
              .registerCredential(
                  new ImmutableRelyingPartyRegistrationRequest(
                      creation(account, challenge), new RelyingPartyPublicKey(made, name)));
      return Optional.of(
              new PersonKey(
                  0,
                  name,
                  known.getCredentialId().toBase64UrlString(),
                  attestation(known),
                  known.getTransports().stream()
                      .map(AuthenticatorTransport::getValue)
                      .sorted()
                      .toList(),
                  known.isUvInitialized(),
                  clock.instant().truncatedTo(ChronoUnit.MILLIS)))
          .filter(
              key ->
                  key.attestation().length() <= LONGEST_ATTESTATION
                      && key.credential().length() <= LONGEST_ID);
    } catch (JacksonException e) {
      return refused("not readable", e);
    } catch (RuntimeException e) {
      return refused("not made as asked", e);
    }
  }

  /**
   * What the browser is asked to have a key answer, as JSON.
   *
   * @param account whose keys may answer; empty if any key may that verifies its user
   */
  public String requestOptions(Optional<Account> account, String challenge) {
    return json.writeValueAsString(request(account, challenge));
  }

  /** The credential id that an answer names, base64url; nothing else of it is believed yet. */
  public Optional<String> credentialId(String credential) {
    try {
      return Optional.of(json.readTree(credential).path("rawId").asString(""))
          .filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID);
    } catch (JacksonException e) {
      return refused("not readable", e);
    }
  }

  /**
   * A key of the account that answered the challenge.
   *
   * @param bothFactors whether it had to verify its user
   */
  public Optional<Answer> authenticate(
      Account account, String challenge, String credential, boolean bothFactors) {
    var keys = new OneAccountsKeys(account);
    try {
      PublicKeyCredential<AuthenticatorAssertionResponse> answer =
          json.readValue(credential, new TypeReference<>() {});
      operations(keys)
          .authenticate(
              new RelyingPartyAuthenticationRequest(
                  request(bothFactors ? Optional.empty() : Optional.of(account), challenge),
                  answer));
      CredentialRecord known = keys.saved();
      return Optional.of(
          new Answer(known.getCredentialId().toBase64UrlString(), known.getSignatureCount()));
    } catch (JacksonException e) {
      return refused("not readable", e);
    } catch (RuntimeException e) {
      return refused("not answered as asked", e);
    }
  }

  private Webauthn4JRelyingPartyOperations operations(OneAccountsKeys keys) {
    var operations = new Webauthn4JRelyingPartyOperations(keys, keys, party, origins);
    operations.setWebAuthnManager(verifier);
    return operations;
  }

  private PublicKeyCredentialCreationOptions creation(Account account, String challenge) {
    return PublicKeyCredentialCreationOptions.builder()
        .rp(party)
        .user(new OneAccountsKeys(account).user())
        .challenge(Bytes.fromBase64(challenge))
        .pubKeyCredParams(
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.RS256)
        .authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.PREFERRED)
                .userVerification(UserVerificationRequirement.PREFERRED)
                .build())
        .attestation(AttestationConveyancePreference.NONE)
        .excludeCredentials(descriptors(OneAccountsKeys.keys(Optional.of(account))))
        .timeout(PATIENCE)
        .build();
  }

  private PublicKeyCredentialRequestOptions request(Optional<Account> account, String challenge) {
    return PublicKeyCredentialRequestOptions.builder()
        .rpId(party.getId())
        .challenge(Bytes.fromBase64(challenge))
        .allowCredentials(descriptors(OneAccountsKeys.keys(account)))
        .userVerification(
            account.isPresent()
                ? UserVerificationRequirement.PREFERRED
                : UserVerificationRequirement.REQUIRED)
        .timeout(PATIENCE)
        .build();
  }

  private static List<PublicKeyCredentialDescriptor> descriptors(List<PersonKey> keys) {
    return keys.stream()
        .map(
            key ->
                PublicKeyCredentialDescriptor.builder()
                    .id(Bytes.fromBase64(key.credential()))
                    .transports(
                        key.transports().stream()
                            .map(AuthenticatorTransport::valueOf)
                            .collect(Collectors.toSet()))
                    .build())
        .toList();
  }

  private static String attestation(CredentialRecord known) {
    Bytes attestation = known.getAttestationObject();
    if (attestation == null) {
      throw new IllegalArgumentException("no attestation object");
    }
    return attestation.toBase64UrlString();
  }

  private static <T> Optional<T> refused(String why, Exception cause) {
    LOG.info("answer of a key: {} ({})", why, cause.getClass().getSimpleName());
    return Optional.empty();
  }
}
