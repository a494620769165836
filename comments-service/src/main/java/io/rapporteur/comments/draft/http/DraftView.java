package io.rapporteur.comments.draft.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.DraftContent;
import io.rapporteur.schemas.http.Fault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft as its own delegation gets it; what was not given is left out.
 *
 * @param reference what it addresses, as it was named
 * @param coSponsors whom it will ask to join, once it is handed in
 * @param attachments ids of the files that it names
 * @param faults what it still lacks to be handed in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftView(
    String id,
    int version,
    String stage,
    String consultation,
    ReferenceView reference,
    @Nullable String document,
    @Nullable String section,
    @Nullable String recommendation,
    @Nullable Integer recommendationVersion,
    @Nullable String entry,
    @Nullable Integer draftVersion,
    @Nullable String kind,
    String position,
    @Nullable String text,
    @Nullable String language,
    List<Content.Translation> translations,
    @Nullable String proposedText,
    @Nullable String proposedTextLanguage,
    @Nullable String rationale,
    @Nullable String quotation,
    @Nullable String onBehalfOf,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> coSponsors,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> attachments,
    @Nullable String ministry,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SourceView> mergedFrom,
    @Nullable String note,
    @Nullable Instant dueAt,
    String by,
    Instant at,
    @JsonProperty("import") @Nullable String importId,
    @Nullable Integer row,
    @Nullable String submission,
    List<Fault> faults) {

  /** What was named. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReferenceView(
      @Nullable String document,
      @Nullable String section,
      @Nullable String recommendation,
      @Nullable Integer recommendationVersion,
      @Nullable String entry,
      @Nullable Integer draftVersion) {

    static ReferenceView of(Target target) {
      return new ReferenceView(
          target.document().orElse(null),
          target.section().orElse(null),
          target.recommendation().orElse(null),
          target.recommendationVersion().orElse(null),
          target.entry().orElse(null),
          target.draftVersion().orElse(null));
    }
  }

  /** A draft that it was merged from. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SourceView(String draft, @Nullable String ministry) {}

  static DraftView of(Draft draft, List<Fault> faults) {
    Draft.Said said = draft.said();
    DraftContent content = said.content();
    ReferenceView resolved =
        said.resolved()
            .map(ReferenceView::of)
            .orElseGet(() -> new ReferenceView(null, null, null, null, null, null));
    return new DraftView(
        draft.id(),
        draft.version(),
        draft.standing().stage().word(),
        said.consultation(),
        ReferenceView.of(said.named()),
        resolved.document,
        resolved.section,
        resolved.recommendation,
        resolved.recommendationVersion,
        resolved.entry,
        resolved.draftVersion,
        content.kind().map(k -> k.word()).orElse(null),
        content.position().word(),
        content.text().orElse(null),
        content.language().orElse(null),
        content.translations(),
        content.proposedText().orElse(null),
        content.proposedTextLanguage().orElse(null),
        content.rationale().orElse(null),
        content.quotation().orElse(null),
        content.beside().onBehalfOf().orElse(null),
        content.beside().coSponsors(),
        content.beside().attachments(),
        said.ministry().orElse(null),
        draft.origin().mergedFrom().stream()
            .map(s -> new SourceView(s.draft(), s.ministry().orElse(null)))
            .toList(),
        draft.standing().note().orElse(null),
        draft.standing().dueAt().orElse(null),
        draft.save().by(),
        draft.save().at(),
        draft.origin().importId().orElse(null),
        draft.origin().row().orElse(null),
        draft.standing().submission().orElse(null),
        faults);
  }
}
