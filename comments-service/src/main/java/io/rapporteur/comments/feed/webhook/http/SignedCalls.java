package io.rapporteur.comments.feed.webhook.http;

import io.rapporteur.comments.feed.Following;
import io.rapporteur.comments.feed.http.EntryViews;
import io.rapporteur.comments.feed.webhook.Receivers;
import io.rapporteur.comments.feed.webhook.Webhook;
import io.rapporteur.schemas.webhook.WebhookClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls receivers as Standard Webhooks has it, with a page as the feed's own door answers it.
 * Thread-safe.
 */
public final class SignedCalls implements Receivers {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final WebhookClient client;
  private final EntryViews views;

  /** Puts it together. */
  public SignedCalls(WebhookClient client, EntryViews views) {
    this.client = client;
    this.views = views;
  }

  @Override
  public Outcome call(Webhook webhook, String id, List<String> secrets, Following.Page page) {
    return switch (client.post(webhook.url(), id, secrets, body(page))) {
      case WebhookClient.Answer.Taken taken -> new Outcome.Taken();
      case WebhookClient.Answer.NotNow(String cause) -> new Outcome.NotNow(cause);
      case WebhookClient.Answer.Never(String cause) -> new Outcome.Never(cause);
    };
  }

  private String body(Following.Page page) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("entries", views.of(page.entries()));
    data.put("cursor", page.cursor());
    data.put("more", page.more());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "feed.entries");
    body.put("timestamp", page.entries().getLast().entry().at().toString());
    body.put("data", data);
    return MAPPER.writeValueAsString(body);
  }
}
