package io.rapporteur.comments.receipt;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys with which anyone can verify a receipt. */
@RestController
@RequestMapping("/api/v1/receipt-keys")
public final class ReceiptKeysResource {

  private final ReceiptKey key;

  /** Serves the public half of this key. */
  public ReceiptKeysResource(ReceiptKey key) {
    this.key = key;
  }

  @GetMapping
  Map<String, Object> keys() {
    return key.publicKeys();
  }
}
