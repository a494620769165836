package io.rapporteur.comments.feed;

/**
 * An entry and who gets it.
 *
 * @param reader participant code, or {@link #EVERYONE}
 */
public record Told(String reader, Entry entry) {

  /** Stands for every participant, those who are admitted later included; no code looks like it. */
  public static final String EVERYONE = "*";
}
