package io.rapporteur.identity.account.page;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers that are no pages. */
final class Answers {

  private Answers() {}

  /** On to another page, by GET. */
  static ResponseEntity<String> to(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
