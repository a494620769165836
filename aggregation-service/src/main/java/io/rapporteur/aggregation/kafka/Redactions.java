package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Redaction;
import io.rapporteur.aggregation.redaction.RedactionLine;
import io.rapporteur.aggregation.secretariat.Step;
import io.rapporteur.aggregation.translation.Translated;
import io.rapporteur.events.Attachment;
import io.rapporteur.events.CommentContent;
import io.rapporteur.events.CourtesyTranslation;
import io.rapporteur.events.SecretariatTranslation;
import io.rapporteur.states.CompiledComment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is redacted in the comments of a consultation, and what of them the secretariat has
 * translated, as of now or as of a cut. Thread-safe.
 */
final class Redactions {

  private final Map<String, RedactionLine> lines;
  private final Map<String, Map<Integer, List<Redaction>>> byComment;
  private final Function<String, List<Step>> translated;

  /**
   * What these leave redacted and translated.
   *
   * @param lines by comment
   * @param translated the row of the translations of a comment, read when a text is asked for
   */
  Redactions(Map<String, RedactionLine> lines, Function<String, List<Step>> translated) {
    this.lines = Map.copyOf(lines);
    this.byComment =
        lines.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, line -> line.getValue().byText()));
    this.translated = translated;
  }

  /** What is redacted in the text of a revision. */
  List<Redaction> of(CompiledComment revision) {
    return byComment
        .getOrDefault(revision.getComment(), Map.of())
        .getOrDefault(revision.getRevision(), List.of());
  }

  /** What a revision says with the secretariat's translations, and what of it is redacted. */
  Optional<Content> said(CompiledComment revision) {
    return said(revision, translations(revision));
  }

  private Optional<Content> said(CompiledComment revision, List<Content.Translation> translations) {
    return Optional.ofNullable(revision.getContent())
        .map(content -> CompiledComments.content(content, translations, of(revision)));
  }

  private List<Content.Translation> translations(CompiledComment revision) {
    RedactionLine line = lines.get(revision.getComment());
    int last = line == null ? 0 : line.last(revision.getRevision());
    return Translated.of(translated.apply(revision.getComment()))
        .shown(revision.getRevision(), last);
  }

  /** The same text as others read it: with translations, and marks in place of what is redacted. */
  CompiledComment marked(CompiledComment text) {
    List<Content.Translation> translations = translations(text);
    return of(text).isEmpty() && translations.isEmpty() ? text : marked(text, translations);
  }

  /**
   * A text of the public topic with marks in place of what was redacted since. The secretariat's
   * translations of it were made before, and go.
   */
  CompiledComment markedSince(CompiledComment published) {
    return of(published).isEmpty() ? published : marked(published, List.of());
  }

  private CompiledComment marked(CompiledComment text, List<Content.Translation> translations) {
    Optional<Content> said = said(text, translations);
    if (said.isEmpty() || text.getContent() == null) {
      return text;
    }
    Content marked = said.get().redacted();
    return CompiledComment.newBuilder(text)
        .setContent(content(text.getContent(), marked))
        .setTranslationsBySecretariat(added(marked))
        .setRedactions(
            marked.redactions().stream()
                .map(each -> each.reason().toUpperCase(Locale.ROOT).replace('-', '_'))
                .toList())
        .build();
  }

  private static List<SecretariatTranslation> added(Content marked) {
    List<SecretariatTranslation> translations = new ArrayList<>();
    for (Content.Translation each : marked.translations()) {
      each.added()
          .ifPresent(
              added ->
                  translations.add(
                      new SecretariatTranslation(
                          each.language(),
                          each.text(),
                          added.proposedText().orElse(null),
                          added.rationale().orElse(null))));
    }
    return translations;
  }

  private static CommentContent content(CommentContent original, Content marked) {
    List<CourtesyTranslation> translations = new ArrayList<>();
    for (Content.Translation each : marked.translations()) {
      if (!each.bySecretariat()) {
        translations.add(new CourtesyTranslation(each.language(), each.text(), each.author()));
      }
    }
    List<Attachment> attachments = new ArrayList<>();
    for (Content.Attachment each : marked.attachments()) {
      attachments.add(
          new Attachment(each.id(), each.name(), each.mediaType(), each.size(), each.sha256()));
    }
    return CommentContent.newBuilder(original)
        .setText(marked.text())
        .setTranslations(translations)
        .setProposedText(marked.proposedText().orElse(null))
        .setRationale(marked.rationale().orElse(null))
        .setQuotation(marked.quotation().orElse(null))
        .setAttachments(attachments)
        .build();
  }
}
