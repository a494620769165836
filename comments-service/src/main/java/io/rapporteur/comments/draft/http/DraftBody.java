package io.rapporteur.comments.draft.http;

import io.rapporteur.comments.comment.Beside;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.comment.http.CommentBody;
import io.rapporteur.comments.comment.http.CommentBody.NamedTarget;
import io.rapporteur.comments.draft.DraftContent;
import io.rapporteur.schemas.http.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a draft says. What is there must keep the limits of a comment; what is missing is no fault
 * here.
 *
 * @param ministry private label
 */
record DraftBody(NamedTarget target, DraftContent content, Optional<String> ministry) {

  static DraftBody read(Fields fields) {
    return new DraftBody(
        CommentBody.target(fields),
        new DraftContent(
            fields.optionalWord("kind", CommentBody.KINDS),
            fields.optionalWord("position", CommentBody.POSITIONS).orElse(Position.NOT_STATED),
            fields.optionalText("text", CommentBody.TEXT),
            CommentBody.optionalLanguage(fields, "language"),
            CommentBody.translations(fields),
            fields.optionalText("proposedText", CommentBody.TEXT),
            fields.optionalWord("proposedTextLanguage", CommentBody.UN_LANGUAGES),
            fields.optionalText("rationale", CommentBody.TEXT),
            fields.optionalText("quotation", CommentBody.QUOTATION),
            CommentBody.beside(fields)),
        fields.optionalText("ministry", CommentBody.NAME));
  }

  /** The same, with this beside it. */
  DraftBody with(Beside beside) {
    return new DraftBody(target, content.with(beside), ministry);
  }

  /** In canonical terms, for the digest of the request. */
  Map<String, Object> canonical() {
    Map<String, Object> said = new TreeMap<>();
    target.consultation().ifPresent(c -> said.put("consultation", c));
    target.document().ifPresent(d -> said.put("document", d));
    target.section().ifPresent(s -> said.put("section", s));
    target.recommendation().ifPresent(r -> said.put("recommendation", r));
    target.recommendationVersion().ifPresent(v -> said.put("recommendationVersion", v));
    target.entry().ifPresent(e -> said.put("entry", e));
    target.draftVersion().ifPresent(v -> said.put("draftVersion", v));
    content.kind().ifPresent(kind -> said.put("kind", kind.word()));
    said.put("position", content.position().word());
    content.text().ifPresent(text -> said.put("text", text));
    content.language().ifPresent(language -> said.put("language", language));
    said.put(
        "translations",
        content.translations().stream()
            .map(t -> Map.of("language", t.language(), "text", t.text(), "author", t.author()))
            .toList());
    content.proposedText().ifPresent(text -> said.put("proposedText", text));
    content.proposedTextLanguage().ifPresent(l -> said.put("proposedTextLanguage", l));
    content.rationale().ifPresent(text -> said.put("rationale", text));
    content.quotation().ifPresent(text -> said.put("quotation", text));
    said.putAll(content.beside().canonical());
    ministry.ifPresent(label -> said.put("ministry", label));
    return said;
  }
}
