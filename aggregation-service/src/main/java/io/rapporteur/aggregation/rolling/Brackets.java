package io.rapporteur.aggregation.rolling;

import io.rapporteur.aggregation.rolling.Piece.Alternative;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes pieces as documents of the United Nations print a text under negotiation: what is
 * contested stands in square brackets, and behind it, each in brackets of its own with the names of
 * its sponsors, what is proposed in its place: {@code States should [promote] [strengthen: Brazil,
 * Egypt] [delete: France] cooperation}. Whose text stands as a courtesy translation is marked so.
 */
final class Brackets {

  private static final Map<String, String> DELETE =
      Map.of(
          "ar", "حذف",
          "zh", "删除",
          "en", "delete",
          "fr", "supprimer",
          "ru", "исключить",
          "es", "suprimir");

  private static final Map<String, String> TRANSLATED =
      Map.of(
          "ar", "ترجمة غير رسمية",
          "zh", "参考译文",
          "en", "courtesy translation",
          "fr", "traduction de courtoisie",
          "ru", "неофициальный перевод",
          "es", "traducción de cortesía");

  private Brackets() {}

  static String written(List<Piece> pieces, String language) {
    var written = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Agreed(String text) -> written.append(text);
        case Piece.Contested contested -> written.append(contested(contested, language));
      }
    }
    return written.toString();
  }

  private static String contested(Piece.Contested contested, String language) {
    String framed =
        contested.text().isBlank() ? contested.alternatives().getFirst().text() : contested.text();
    String inner =
        contested.alternatives().stream()
            .map(alternative -> alternative(alternative, language))
            .collect(Collectors.joining(" "));
    String stands = contested.text().isBlank() ? "" : "[" + contested.text().strip() + "] ";
    // The space around what is contested stays around the brackets.
    return framed.substring(0, framed.length() - framed.stripLeading().length())
        + stands
        + inner
        + framed.substring(framed.stripTrailing().length());
  }

  private static String alternative(Alternative alternative, String language) {
    String names =
        alternative.sponsors().stream()
            .map(sponsor -> name(sponsor, language))
            .collect(Collectors.joining(", "));
    String what =
        alternative.deletes()
            ? DELETE.getOrDefault(language, "delete")
            : alternative.text().strip();
    return "[" + what + ": " + names + "]";
  }

  private static String name(Sponsor sponsor, String language) {
    return sponsor.translated()
        ? sponsor.name() + " (" + TRANSLATED.getOrDefault(language, "courtesy translation") + ")"
        : sponsor.name();
  }
}
