package io.rapporteur.aggregation.receipts.http;

import io.rapporteur.schemas.signing.SigningKey;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys with which anyone can verify the manifest of an edition. */
@RestController
@RequestMapping("/api/v1/edition-keys")
public final class EditionKeysResource {

  private final SigningKey key;

  /** Serves the public half of this key. */
  public EditionKeysResource(SigningKey key) {
    this.key = key;
  }

  @GetMapping
  Map<String, Object> keys() {
    return key.publicKeys();
  }
}
