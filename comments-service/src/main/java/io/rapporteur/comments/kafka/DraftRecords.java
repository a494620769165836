package io.rapporteur.comments.kafka;

import io.rapporteur.comments.comment.Beside;
import io.rapporteur.comments.comment.Content.Translation;
import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.Draft.Origin;
import io.rapporteur.comments.draft.Draft.Said;
import io.rapporteur.comments.draft.Draft.Save;
import io.rapporteur.comments.draft.Draft.Standing;
import io.rapporteur.comments.draft.DraftContent;
import io.rapporteur.comments.draft.Stage;
import io.rapporteur.events.CommentKind;
import io.rapporteur.events.CommentTarget;
import io.rapporteur.events.CourtesyTranslation;
import io.rapporteur.states.DraftRecord;
import io.rapporteur.states.DraftSource;
import io.rapporteur.states.DraftStage;
import io.rapporteur.states.DraftState;
import java.util.Locale;
import java.util.Optional;

/** From drafts to records and back. */
final class DraftRecords {

  private DraftRecords() {}

  /** The key of a save: partitioned by the draft, and never the same twice. */
  static String key(Draft draft) {
    return String.format(Locale.ROOT, "%s/%d/%s", draft.id(), draft.version(), draft.save().id());
  }

  static DraftRecord record(Draft draft) {
    Said said = draft.said();
    DraftContent content = said.content();
    Standing standing = draft.standing();
    Save save = draft.save();
    return new DraftRecord(
        DraftState.newBuilder()
            .setDraft(draft.id())
            .setVersion(draft.version())
            .setSave(save.id())
            .setRequestId(save.requestId())
            .setRequestDigest(save.requestDigest())
            .setParticipant(draft.participant())
            .setConsultation(said.consultation())
            .setNamed(target(said.named()))
            .setResolved(said.resolved().map(DraftRecords::target).orElse(null))
            .setKind(content.kind().map(k -> CommentKind.valueOf(k.name())).orElse(null))
            .setPosition(
                content.position() == Position.NOT_STATED
                    ? null
                    : io.rapporteur.events.Position.valueOf(content.position().name()))
            .setText(content.text().orElse(null))
            .setLanguage(content.language().orElse(null))
            .setTranslations(
                content.translations().stream()
                    .map(t -> new CourtesyTranslation(t.language(), t.text(), t.author()))
                    .toList())
            .setProposedText(content.proposedText().orElse(null))
            .setProposedTextLanguage(content.proposedTextLanguage().orElse(null))
            .setRationale(content.rationale().orElse(null))
            .setQuotation(content.quotation().orElse(null))
            .setOnBehalfOf(content.beside().onBehalfOf().orElse(null))
            .setCoSponsors(content.beside().coSponsors())
            .setAttachments(content.beside().attachments())
            .setMinistry(said.ministry().orElse(null))
            .setMergedFrom(
                draft.origin().mergedFrom().stream()
                    .map(s -> new DraftSource(s.draft(), s.ministry().orElse(null)))
                    .toList())
            .setStage(DraftStage.valueOf(standing.stage().name()))
            .setNote(standing.note().orElse(null))
            .setDueAt(standing.dueAt().orElse(null))
            .setBy(save.by())
            .setAt(save.at())
            .setImport$(draft.origin().importId().orElse(null))
            .setRow(draft.origin().row().orElse(null))
            .setSubmission(standing.submission().orElse(null))
            .build());
  }

  static Draft draft(DraftState state) {
    return new Draft(
        state.getDraft(),
        state.getVersion(),
        state.getParticipant(),
        new Said(
            state.getConsultation(),
            target(state.getNamed()),
            Optional.ofNullable(state.getResolved()).map(DraftRecords::target),
            content(state),
            Optional.ofNullable(state.getMinistry())),
        new Standing(
            Stage.valueOf(state.getStage().name()),
            Optional.ofNullable(state.getNote()),
            Optional.ofNullable(state.getDueAt()),
            Optional.ofNullable(state.getSubmission())),
        new Origin(
            Optional.ofNullable(state.getImport$()),
            Optional.ofNullable(state.getRow()),
            state.getMergedFrom().stream()
                .map(s -> new Draft.Source(s.getDraft(), Optional.ofNullable(s.getMinistry())))
                .toList()),
        new Save(
            state.getSave(),
            state.getRequestId(),
            state.getRequestDigest(),
            state.getBy(),
            state.getAt()));
  }

  private static DraftContent content(DraftState state) {
    return new DraftContent(
        Optional.ofNullable(state.getKind()).map(k -> Kind.valueOf(k.name())),
        state.getPosition() == null
            ? Position.NOT_STATED
            : Position.valueOf(state.getPosition().name()),
        Optional.ofNullable(state.getText()),
        Optional.ofNullable(state.getLanguage()),
        state.getTranslations().stream()
            .map(t -> new Translation(t.getLanguage(), t.getText(), t.getAuthor()))
            .toList(),
        Optional.ofNullable(state.getProposedText()),
        Optional.ofNullable(state.getProposedTextLanguage()),
        Optional.ofNullable(state.getRationale()),
        Optional.ofNullable(state.getQuotation()),
        new Beside(
            Optional.ofNullable(state.getOnBehalfOf()),
            state.getCoSponsors(),
            state.getAttachments()));
  }

  private static CommentTarget target(Target target) {
    return new CommentTarget(
        target.document().orElse(null),
        target.section().orElse(null),
        target.recommendation().orElse(null),
        target.recommendationVersion().orElse(null),
        target.entry().orElse(null),
        target.draftVersion().orElse(null));
  }

  private static Target target(CommentTarget target) {
    return new Target(
        Optional.ofNullable(target.getDocument()),
        Optional.ofNullable(target.getSection()),
        Optional.ofNullable(target.getRecommendation()),
        Optional.ofNullable(target.getRecommendationVersion()),
        Optional.ofNullable(target.getEntry()),
        Optional.ofNullable(target.getDraftVersion()));
  }
}
