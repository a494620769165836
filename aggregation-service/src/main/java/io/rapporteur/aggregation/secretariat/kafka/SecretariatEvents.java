package io.rapporteur.aggregation.secretariat.kafka;

import io.rapporteur.aggregation.board.Audience;
import io.rapporteur.aggregation.rolling.Grouping;
import io.rapporteur.aggregation.secretariat.Change;
import io.rapporteur.aggregation.secretariat.Step;
import io.rapporteur.events.AnswerReleased;
import io.rapporteur.events.AssignmentEnded;
import io.rapporteur.events.BoardAudience;
import io.rapporteur.events.BoardClosed;
import io.rapporteur.events.BoardOpened;
import io.rapporteur.events.CommentAssigned;
import io.rapporteur.events.CommentRedacted;
import io.rapporteur.events.CommentTagged;
import io.rapporteur.events.CommentTreated;
import io.rapporteur.events.Disposition;
import io.rapporteur.events.DispositionMade;
import io.rapporteur.events.DispositionTakenBack;
import io.rapporteur.events.NoteRemoved;
import io.rapporteur.events.NoteWritten;
import io.rapporteur.events.ObservationMade;
import io.rapporteur.events.ObservationTakenBack;
import io.rapporteur.events.ProposalsGrouped;
import io.rapporteur.events.RedactionLifted;
import io.rapporteur.events.ReleaseTakenBack;
import io.rapporteur.events.SecretariatEvent;
import io.rapporteur.events.SecretariatTranslation;
import io.rapporteur.events.TagRemoved;
import io.rapporteur.events.TranslationMade;
import io.rapporteur.events.TranslationTakenBack;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** From steps of the secretariat to events and back. */
final class SecretariatEvents {

  private SecretariatEvents() {}

  /** Whether an event is of this work, and not of what is redacted. */
  static boolean isWork(SecretariatEvent event) {
    return !(event.getFact() instanceof CommentRedacted)
        && !(event.getFact() instanceof RedactionLifted);
  }

  static SecretariatEvent event(Step step) {
    return SecretariatEvent.newBuilder()
        .setSubject(step.subject())
        .setConsultation(step.consultation())
        .setRevision(step.number())
        .setRequestId(step.requestId())
        .setRequestDigest(step.requestDigest())
        .setReceivedAt(step.at())
        .setBy(step.by())
        .setFact(fact(step.fact()))
        .build();
  }

  private static Object fact(Step.Fact fact) {
    return switch (fact) {
      case Step.Treated treated ->
          new CommentTreated(
              treated.ofRevision(),
              treated.changes().stream().map(SecretariatEvents::change).toList());
      case Step.BoardOpened opened ->
          new BoardOpened(
              BoardAudience.valueOf(opened.audience().name()),
              opened.decision(),
              opened.procedure().orElse(null));
      case Step.BoardClosed(String decision) -> new BoardClosed(decision);
      case Step.Grouped grouped ->
          new ProposalsGrouped(
              io.rapporteur.events.Grouping.valueOf(grouped.grouping().name()),
              grouped.texts(),
              grouped.threshold());
      case Step.TranslationMade made ->
          new TranslationMade(
              made.of(),
              new SecretariatTranslation(
                  made.language(),
                  made.text(),
                  made.proposedText().orElse(null),
                  made.rationale().orElse(null)),
              made.leavesOut());
      case Step.TranslationTakenBack(int of, String language) ->
          new TranslationTakenBack(of, language);
    };
  }

  private static Object change(Change change) {
    return switch (change) {
      case Change.Observed observed ->
          new ObservationMade(observed.text(), observed.language(), observed.texts());
      case Change.ObservationTakenBack back -> new ObservationTakenBack(back.reason().orElse(null));
      case Change.Disposed disposed ->
          new DispositionMade(Disposition.valueOf(disposed.disposition().name()));
      case Change.DispositionTakenBack back -> new DispositionTakenBack(back.reason().orElse(null));
      case Change.Assigned to ->
          new CommentAssigned(to.to(), to.dueOn().map(LocalDate::toString).orElse(null));
      case Change.Unassigned none -> new AssignmentEnded();
      case Change.Tagged(String tag) -> new CommentTagged(tag);
      case Change.Untagged(String tag) -> new TagRemoved(tag);
      case Change.Noted(String text) -> new NoteWritten(text);
      case Change.NoteRemoved(int note) -> new NoteRemoved(note);
      case Change.Released now -> new AnswerReleased();
      case Change.ReleaseTakenBack back -> new ReleaseTakenBack(back.reason().orElse(null));
    };
  }

  static Step step(SecretariatEvent event) {
    return new Step(
        event.getSubject(),
        event.getConsultation(),
        event.getRevision(),
        event.getRequestId(),
        event.getRequestDigest(),
        event.getReceivedAt(),
        event.getBy(),
        fact(event));
  }

  private static Step.Fact fact(SecretariatEvent event) {
    return switch (event.getFact()) {
      case CommentTreated treated ->
          new Step.Treated(
              treated.getCommentRevision(),
              treated.getChanges().stream().map(SecretariatEvents::told).toList());
      case BoardOpened opened ->
          new Step.BoardOpened(
              Audience.valueOf(opened.getAudience().name()),
              opened.getDecision(),
              Optional.ofNullable(opened.getProcedure()));
      case BoardClosed closed -> new Step.BoardClosed(closed.getDecision());
      case ProposalsGrouped grouped ->
          new Step.Grouped(
              Grouping.valueOf(grouped.getGrouping().name()),
              List.copyOf(grouped.getTexts()),
              grouped.getThreshold());
      case TranslationMade made ->
          new Step.TranslationMade(
              made.getText(),
              made.getTranslation().getLanguage(),
              made.getTranslation().getText(),
              Optional.ofNullable(made.getTranslation().getProposedText()),
              Optional.ofNullable(made.getTranslation().getRationale()),
              made.getLeavesOut());
      case TranslationTakenBack back ->
          new Step.TranslationTakenBack(back.getText(), back.getLanguage());
      default -> throw new IllegalStateException("fact: not of the secretariat");
    };
  }

  private static Change told(Object change) {
    return switch (change) {
      case ObservationMade made ->
          new Change.Observed(made.getText(), made.getLanguage(), made.getTexts());
      case ObservationTakenBack back ->
          new Change.ObservationTakenBack(Optional.ofNullable(back.getReason()));
      case DispositionMade made ->
          new Change.Disposed(
              io.rapporteur.aggregation.secretariat.Disposition.valueOf(
                  made.getDisposition().name()));
      case DispositionTakenBack back ->
          new Change.DispositionTakenBack(Optional.ofNullable(back.getReason()));
      case CommentAssigned to ->
          new Change.Assigned(to.getTo(), Optional.ofNullable(to.getDueOn()).map(LocalDate::parse));
      case AssignmentEnded none -> new Change.Unassigned();
      case CommentTagged tagged -> new Change.Tagged(tagged.getTag());
      case TagRemoved removed -> new Change.Untagged(removed.getTag());
      case NoteWritten written -> new Change.Noted(written.getText());
      case NoteRemoved removed -> new Change.NoteRemoved(removed.getNote());
      case AnswerReleased now -> new Change.Released();
      case ReleaseTakenBack back ->
          new Change.ReleaseTakenBack(Optional.ofNullable(back.getReason()));
      default -> throw new IllegalStateException("change: not of the secretariat");
    };
  }
}
