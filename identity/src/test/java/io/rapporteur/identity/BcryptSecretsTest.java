package io.rapporteur.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.identity.account.Secrets.Made;
import org.junit.jupiter.api.Test;

final class BcryptSecretsTest {

  private final BcryptSecrets secrets = new BcryptSecrets();

  @Test
  void areLongDifferentEachTimeAndHashed() {
    Made one = secrets.make();
    Made other = secrets.make();

    assertThat(one.plain()).hasSize(43).isNotEqualTo(other.plain());
    assertThat(one.hash()).startsWith("$2a$").doesNotContain(one.plain());
    assertThat(one).hasToString("Made[]");
  }

  @Test
  void matchAnyOfTheHashesThatStandSideBySideAndNoOther() {
    Made first = secrets.make();
    Made second = secrets.make();
    String both = first.hash() + " " + second.hash();

    assertThat(secrets.matches(first.plain(), both)).isTrue();
    assertThat(secrets.matches(second.plain(), both)).isTrue();
    assertThat(secrets.matches(secrets.make().plain(), both)).isFalse();
    assertThat(secrets.matches(first.plain(), second.hash())).isFalse();
    assertThat(secrets.matches("", "")).isFalse();
  }
}
