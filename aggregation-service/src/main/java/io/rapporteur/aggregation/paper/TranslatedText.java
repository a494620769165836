package io.rapporteur.aggregation.paper;

import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Content.Translation;
import java.util.ArrayList;
import java.util.List;

/**
 * A courtesy translation as it is printed: under a label that says whose it is and that it is not
 * official.
 */
public record TranslatedText(String label, String language, String text) {

  private static final String BY_SECRETARIAT = "translation.secretariat";

  /** All that is translated of a comment, its author's own first. */
  public static List<TranslatedText> of(Content said, Words words) {
    List<TranslatedText> printed = new ArrayList<>();
    for (Translation each : said.translations()) {
      String tongue = words.tongue(each.language());
      each.added()
          .ifPresentOrElse(
              added -> {
                printed.add(of(words.word(BY_SECRETARIAT, tongue), each, each.text()));
                added
                    .proposedText()
                    .ifPresent(
                        text ->
                            printed.add(
                                of(words.word(BY_SECRETARIAT + ".proposed", tongue), each, text)));
                added
                    .rationale()
                    .ifPresent(
                        text ->
                            printed.add(
                                of(words.word(BY_SECRETARIAT + ".rationale", tongue), each, text)));
              },
              () ->
                  printed.add(
                      of(words.word("translation", tongue, each.author()), each, each.text())));
    }
    return List.copyOf(printed);
  }

  private static TranslatedText of(String label, Translation translation, String text) {
    return new TranslatedText(label, translation.language(), text);
  }
}
