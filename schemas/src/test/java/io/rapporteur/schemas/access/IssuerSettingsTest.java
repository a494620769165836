package io.rapporteur.schemas.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IssuerSettingsTest {

  @Test
  void areReadFromNamesAsTheOperatorWritesThem() {
    AccessProperties read =
        read(
            Map.of(
                "rapporteur.access.issuers[0].issuer", "https://login.example.org",
                "rapporteur.access.issuers[0].roles", "delegation,bureau",
                "rapporteur.access.issuers[0].account-prefix", "m:",
                "rapporteur.access.issuers[0].claims.roles", "realm_access.roles",
                "rapporteur.access.issuers[0].claims.role-names[Mission staff]", "delegation"));

    TrustedIssuer issuer = read.all().getFirst();
    assertThat(issuer.roles()).containsExactlyInAnyOrder(Role.DELEGATION, Role.BUREAU);
    assertThat(issuer.claims().roles()).isEqualTo("realm_access.roles");
    assertThat(issuer.claims().roleNames()).containsEntry("Mission staff", "delegation");
    assertThat(issuer.claims().account()).isEqualTo("sub");
    assertThat(issuer.keys()).hasToString("https://login.example.org/oauth2/jwks");
  }

  @Test
  void ofOneIssuerAreReadAsBefore() {
    AccessProperties read =
        read(
            Map.of(
                "rapporteur.access.issuer", "http://127.0.0.1:8080",
                "rapporteur.access.audience", "rapporteur",
                "rapporteur.access.jwk-set-uri", "http://identity:8080/oauth2/jwks"));

    assertThat(read.all())
        .singleElement()
        .satisfies(
            issuer -> {
              assertThat(issuer.keys()).hasToString("http://identity:8080/oauth2/jwks");
              assertThat(issuer.audience()).isEqualTo("rapporteur");
              assertThat(issuer.roles()).contains(Role.SECRETARIAT).doesNotContain(Role.PUBLIC);
            });
  }

  private static AccessProperties read(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bind("rapporteur.access", AccessProperties.class)
        .get();
  }
}
