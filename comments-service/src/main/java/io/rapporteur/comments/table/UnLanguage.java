package io.rapporteur.comments.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The official languages of the United Nations, in their order. */
public enum UnLanguage {
  AR,
  ZH,
  EN,
  FR,
  RU,
  ES;

  /** The tag, ISO 639. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The language of a tag. */
  public static Optional<UnLanguage> of(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findFirst();
  }

  /** Whether its lines run from right to left, and columns with them. */
  public boolean rightToLeft() {
    return this == AR;
  }
}
