package io.rapporteur.ingest.circulation.webhook;

import io.rapporteur.ingest.circulation.Contact;
import io.rapporteur.ingest.circulation.Courier;
import io.rapporteur.ingest.circulation.Message;
import io.rapporteur.schemas.webhook.WebhookClient;
import io.rapporteur.schemas.webhook.WebhookTerms;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.json.JsonMapper;

/** Carries messages by webhook; the id of a call is that of the delivery. Thread-safe. */
public final class WebhookCourier implements Courier, AutoCloseable {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final WebhookClient client;

  /** Resolves names as this machine does. */
  public WebhookCourier(WebhookTerms terms, Clock clock) {
    this.client = new WebhookClient(terms, clock);
  }

  WebhookCourier(WebhookTerms terms, Clock clock, WebhookClient.Names names, SSLContext trust) {
    this.client = new WebhookClient(terms, clock, names, trust);
  }

  @Override
  public Outcome carry(Message message, Contact contact) {
    Contact.Webhook receiver = contact.webhook().orElseThrow();
    String body = body(message, contact.language());
    return switch (client.post(receiver.url(), message.id(), List.of(receiver.secret()), body)) {
      case WebhookClient.Answer.Taken taken -> new Outcome.Taken();
      case WebhookClient.Answer.NotNow(String cause) -> new Outcome.NotNow(cause);
      case WebhookClient.Answer.Never(String cause) -> new Outcome.Never(cause);
    };
  }

  private static String body(Message message, String language) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("consultation", message.consultation());
    data.put("title", message.title(language).text());
    message.occasion().closesAt().ifPresent(at -> data.put("closesAt", at.toString()));
    message.occasion().closesAt().ifPresent(at -> data.put("zone", message.zone()));
    message.occasion().edition().ifPresent(edition -> data.put("edition", edition));
    message.occasion().draftVersion().ifPresent(version -> data.put("draftVersion", version));
    data.put("link", message.link().toString());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "consultation." + message.occasion().kind().word());
    body.put("timestamp", message.occasion().happenedAt().toString());
    body.put("data", data);
    return MAPPER.writeValueAsString(body);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
