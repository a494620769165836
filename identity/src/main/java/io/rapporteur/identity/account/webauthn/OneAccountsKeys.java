package io.rapporteur.identity.account.webauthn;

import io.rapporteur.identity.account.Account;
import io.rapporteur.identity.account.Person;
import io.rapporteur.identity.account.PersonKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/**
 * The keys of one account, for one ceremony. What the ceremony makes of them is kept here and
 * written by nobody else than the use case that asked for it. Not thread-safe.
 */
final class OneAccountsKeys
    implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

  private final Account account;
  private final PublicKeyCredentialUserEntity user;
  private @Nullable CredentialRecord saved;

  OneAccountsKeys(Account account) {
    this.account = account;
    this.user =
        ImmutablePublicKeyCredentialUserEntity.builder()
            .id(handle(account))
            .name(account.id())
            .displayName(account.name())
            .build();
  }

  PublicKeyCredentialUserEntity user() {
    return user;
  }

  /** What the ceremony would keep. */
  CredentialRecord saved() {
    return Objects.requireNonNull(saved, "the ceremony has not come to its end");
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
    return account
        .person()
        .flatMap(person -> person.key(credentialId.toBase64UrlString()))
        .map(this::credential)
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes userId) {
    return account.person().map(Person::keys).orElse(List.of()).stream()
        .map(this::credential)
        .toList();
  }

  @Override
  public void save(CredentialRecord credential) {
    saved = credential;
  }

  @Override
  public PublicKeyCredentialUserEntity findById(Bytes id) {
    return user;
  }

  @Override
  public PublicKeyCredentialUserEntity findByUsername(String username) {
    return user;
  }

  @Override
  public void save(PublicKeyCredentialUserEntity userEntity) {
    throw new UnsupportedOperationException("accounts are created at their own door");
  }

  @Override
  public void delete(Bytes id) {
    throw new UnsupportedOperationException("keys are removed by their person");
  }

  private CredentialRecord credential(PersonKey key) {
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(Bytes.fromBase64(key.credential()))
        .userEntityUserId(user.getId())
        // The public key is read from the attestation object.
        .publicKey(new ImmutablePublicKeyCose(new byte[0]))
        .attestationObject(Bytes.fromBase64(key.attestation()))
        .transports(
            key.transports().stream()
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet()))
        .uvInitialized(key.verifies())
        .label(key.name())
        .created(key.createdAt())
        .build();
  }

  /** An id that says nothing, as WebAuthn asks for. */
  private static Bytes handle(Account account) {
    try {
      return new Bytes(
          MessageDigest.getInstance("SHA-256")
              .digest(account.id().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The keys of an account, none if it is nobody's. */
  static List<PersonKey> keys(Optional<Account> account) {
    return account.flatMap(Account::person).map(Person::keys).orElse(List.of());
  }
}
