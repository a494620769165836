package io.rapporteur.schemas.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;

/**
 * Says what the tokens of one issuer claim in our words: {@code account}, {@code roles}, {@code
 * participant}, {@code duties}. What the issuer itself put under these names is gone: a role that
 * it may not give reaches nobody.
 */
final class ClaimsInOurWords implements Converter<Map<String, Object>, Map<String, Object>> {

  static final String ACCOUNT = "account";
  static final String ROLES = "roles";
  static final String PARTICIPANT = "participant";
  static final String DUTIES = "duties";

  private final TrustedIssuer issuer;
  private final MappedJwtClaimSetConverter types =
      MappedJwtClaimSetConverter.withDefaults(Map.of());

  ClaimsInOurWords(TrustedIssuer issuer) {
    this.issuer = issuer;
  }

  @Override
  public Map<String, Object> convert(Map<String, Object> claimed) {
    Map<String, Object> claims = new HashMap<>(types.convert(claimed));
    TrustedIssuer.Claims names = issuer.claims();
    List.of(ACCOUNT, ROLES, PARTICIPANT, DUTIES).forEach(claims::remove);
    text(claimed, names.account())
        .ifPresent(account -> claims.put(ACCOUNT, issuer.accountPrefix() + account));
    claims.put(
        ROLES,
        words(at(claimed, names.roles())).stream()
            .map(word -> names.roleNames().getOrDefault(word, word))
            .map(Role::ofClaim)
            .flatMap(Optional::stream)
            .filter(issuer.roles()::contains)
            .map(Role::claim)
            .distinct()
            .toList());
    text(claimed, names.participant()).ifPresent(code -> claims.put(PARTICIPANT, code));
    Object duties = at(claimed, names.duties());
    if (duties != null) {
      claims.put(DUTIES, words(duties));
    }
    return claims;
  }

  private static Optional<String> text(Map<String, Object> claimed, String path) {
    return at(claimed, path) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** A list of words; a single word is a list of one. */
  private static List<String> words(@Nullable Object claim) {
    List<String> words = new ArrayList<>();
    if (claim instanceof Iterable<?> several) {
      several.forEach(each -> words.add(Objects.toString(each)));
    } else if (claim instanceof String one) {
      words.add(one);
    }
    return words;
  }

  /** A claim of this very name goes before a path: names of claims may hold dots themselves. */
  private static @Nullable Object at(Map<?, ?> claimed, String path) {
    Object found = claimed.get(path);
    int dot = path.indexOf('.');
    if (found != null || dot < 0) {
      return found;
    }
    return claimed.get(path.substring(0, dot)) instanceof Map<?, ?> within
        ? at(within, path.substring(dot + 1))
        : null;
  }
}
