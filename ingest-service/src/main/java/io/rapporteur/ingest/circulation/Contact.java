package io.rapporteur.ingest.circulation;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where a participant is told, and in which language. Personal data: it is never printed.
 *
 * @param participant its code
 * @param language one of the six
 * @param email address; empty for none
 * @param webhook receiver; empty for none
 */
public record Contact(
    String participant, String language, Optional<String> email, Optional<Webhook> webhook) {

  /** The official languages of the United Nations. */
  public static final List<String> LANGUAGES = List.of("ar", "zh", "en", "fr", "ru", "es");

  /** A receiver of webhooks and the secret that it shares with us ({@code whsec_...}). */
  public record Webhook(URI url, String secret) {

    @Override
    public String toString() {
      return "a webhook";
    }
  }

  /** Whether the participant can be told by this means. */
  public boolean has(Channel channel) {
    return switch (channel) {
      case EMAIL -> email.isPresent();
      case WEBHOOK -> webhook.isPresent();
    };
  }

  @Override
  public String toString() {
    return "contact of " + participant;
  }
}
