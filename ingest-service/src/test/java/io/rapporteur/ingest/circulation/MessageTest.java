package io.rapporteur.ingest.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.ingest.circulation.Message.Title;
import io.rapporteur.ingest.circulation.Occasion.Kind;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageTest {

  private static Title title(Map<String, String> titles, String language) {
    var occasion =
        new Occasion(Kind.PUBLISHED, Instant.EPOCH, Optional.empty(), Optional.of("first"));
    return new Message("id", "c", occasion, titles, "UTC", URI.create("https://example.org/c"))
        .title(language);
  }

  @Test
  void hasItsTitleInTheLanguageElseInEnglishElseInOneOfTheSixElseItsId() {
    Map<String, String> all = Map.of("fr", "Titre", "en", "Title", "es", "Título");

    assertThat(title(all, "fr")).isEqualTo(new Title("fr", "Titre"));
    assertThat(title(all, "ar")).isEqualTo(new Title("en", "Title"));
    assertThat(title(Map.of("es", "Título", "fr", "Titre"), "ar"))
        .isEqualTo(new Title("fr", "Titre"));
    assertThat(title(Map.of(), "ar")).isEqualTo(new Title("en", "c"));
  }
}
