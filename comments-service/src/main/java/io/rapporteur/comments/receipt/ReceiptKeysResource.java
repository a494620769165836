package io.rapporteur.comments.receipt;

import io.rapporteur.schemas.signing.SigningKey;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys with which anyone can verify a receipt. */
@RestController
@RequestMapping("/api/v1/receipt-keys")
public final class ReceiptKeysResource {

  private final SigningKey key;

  /** Serves the public half of this key. */
  public ReceiptKeysResource(SigningKey key) {
    this.key = key;
  }

  @GetMapping
  Map<String, Object> keys() {
    return key.publicKeys();
  }
}
