package io.rapporteur.comments.comment;

import java.util.List;
import java.util.Optional;

/** What comments of tests say. */
public final class Contents {

  private Contents() {}

  /** A substantive comment in English that says this and nothing else. */
  public static Content content(String text) {
    return new Content(
        Kind.SUBSTANTIVE,
        Position.NOT_STATED,
        text,
        "en",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
