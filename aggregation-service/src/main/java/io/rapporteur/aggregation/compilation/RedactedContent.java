package io.rapporteur.aggregation.compilation;

import io.rapporteur.aggregation.compilation.Content.Attachment;
import io.rapporteur.aggregation.compilation.Content.Translation;
import io.rapporteur.aggregation.compilation.Redaction.Field;
import io.rapporteur.aggregation.compilation.Redaction.Stretch;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What others read of a text parts of which are redacted: a mark in the language of the text for
 * each part, one where parts touch. A part that reaches beyond the text ends with it. A translation
 * of the secretariat that was made before goes whole: nobody knows where the words stand in it.
 * Pure.
 */
final class RedactedContent {

  private static final String ENGLISH = "[redacted]";

  private static final Map<String, String> MARKS =
      Map.of(
          "ar", "[محجوب]",
          "zh", "[已隐去]",
          "en", ENGLISH,
          "fr", "[occulté]",
          "ru", "[изъято]",
          "es", "[suprimido]");

  private final List<Stretch> stretches;

  private RedactedContent(List<Stretch> stretches) {
    this.stretches = stretches;
  }

  /** With marks in place of what goes. */
  static Content of(Content said) {
    List<Stretch> stretches =
        said.redactions().stream().flatMap(each -> each.stretches().stream()).toList();
    return stretches.isEmpty() ? said : new RedactedContent(stretches).marked(said);
  }

  private Content marked(Content said) {
    String language = said.language();
    return new Content(
        said.kind(),
        said.position(),
        marked(Field.TEXT, Optional.empty(), said.text(), language),
        language,
        said.translations().stream()
            .filter(each -> each.added().filter(Content.Added::withheld).isEmpty())
            .map(
                each ->
                    // One that the secretariat added is read whole or not at all.
                    each.bySecretariat()
                        ? each
                        : new Translation(
                            each.language(),
                            marked(
                                Field.TRANSLATION,
                                Optional.of(each.language()),
                                each.text(),
                                each.language()),
                            each.author()))
            .toList(),
        said.proposedText()
            .map(
                text ->
                    marked(
                        Field.PROPOSED_TEXT,
                        Optional.empty(),
                        text,
                        said.proposedTextLanguage().orElse(language))),
        said.proposedTextLanguage(),
        said.rationale().map(text -> marked(Field.RATIONALE, Optional.empty(), text, language)),
        said.quotation().map(text -> marked(Field.QUOTATION, Optional.empty(), text, language)),
        said.attachments().stream()
            .map(
                file ->
                    new Attachment(
                        file.id(),
                        marked(
                            Field.ATTACHMENT_NAME, Optional.of(file.id()), file.name(), language),
                        file.mediaType(),
                        file.size(),
                        file.sha256()))
            .toList(),
        Redaction.reasons(said.redactions()));
  }

  private String marked(Field field, Optional<String> of, String text, String language) {
    List<Stretch> here =
        stretches.stream()
            .filter(each -> each.field() == field && each.of().equals(of))
            .sorted(Comparator.comparingInt(Stretch::from))
            .toList();
    if (here.isEmpty()) {
      return text;
    }
    String mark = MARKS.getOrDefault(language, ENGLISH);
    int[] characters = text.codePoints().toArray();
    var marked = new StringBuilder();
    int at = 0;
    boolean touches = false;
    for (Stretch each : here) {
      int from = Math.clamp(each.from(), at, characters.length);
      int to = Math.clamp(each.to(), from, characters.length);
      marked.append(new String(characters, at, from - at));
      if (to > from && !(touches && from == at)) {
        marked.append(mark);
      }
      touches |= to > from;
      at = Math.max(at, to);
    }
    return marked.append(new String(characters, at, characters.length - at)).toString();
  }
}
