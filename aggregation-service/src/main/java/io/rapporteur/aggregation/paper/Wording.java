package io.rapporteur.aggregation.paper;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A text and its language. */
public record Wording(String language, String text) {

  /** In the language asked for, else in the one that leads, else in the first there is. */
  public static Wording of(Map<String, String> texts, String asked, String leading) {
    for (String language : List.of(asked, leading)) {
      String text = texts.get(language);
      if (text != null) {
        return new Wording(language, text);
      }
    }
    return new TreeMap<>(texts)
        .entrySet().stream()
            .findFirst()
            .map(first -> new Wording(first.getKey(), first.getValue()))
            .orElse(new Wording(asked, ""));
  }

  /** Whether nothing is said. */
  public boolean isBlank() {
    return text.isBlank();
  }
}
