package io.rapporteur.comments.kafka;

import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Receipt;
import io.rapporteur.comments.submission.CoverLetter;
import io.rapporteur.comments.submission.HandedIn;
import io.rapporteur.comments.submission.Plan;
import io.rapporteur.events.ParticipantClass;
import io.rapporteur.events.ParticipationEvent;
import io.rapporteur.events.RegionalGroup;
import io.rapporteur.events.SubmissionAdded;
import io.rapporteur.events.SubmissionHandedIn;
import io.rapporteur.states.DraftRecord;
import io.rapporteur.states.HandingInPlan;
import io.rapporteur.states.PlannedDraft;
import java.util.Optional;

/** From acts of handing in and their plans to records and back. */
final class SubmissionEvents {

  private SubmissionEvents() {}

  static ParticipationEvent event(HandedIn made) {
    SubmissionHandedIn fact = fact(made);
    return ParticipationEvent.newBuilder()
        .setParticipant(made.author().participant())
        .setSubject("submission/" + made.submission() + (made.adds() ? "/" + made.act() : ""))
        .setRevision(1)
        .setRequestId(made.requestId())
        .setRequestDigest(made.requestDigest())
        .setReceivedAt(made.receivedAt())
        .setBy(made.by())
        .setFact(made.adds() ? new SubmissionAdded(made.submission(), fact) : fact)
        .build();
  }

  private static SubmissionHandedIn fact(HandedIn made) {
    Author author = made.author();
    return SubmissionHandedIn.newBuilder()
        .setConsultation(made.consultation())
        .setRound(made.round())
        .setLate(made.late())
        .setAuthor(
            new io.rapporteur.events.Author(
                author.participant(),
                ParticipantClass.valueOf(author.participantClass()),
                author.regionalGroup().map(RegionalGroup::valueOf).orElse(null),
                null))
        .setComments(made.comments())
        .setDigest(made.digest())
        .setCoverLetter(made.coverLetter().map(CoverLetter::text).orElse(null))
        .setLanguage(made.coverLetter().map(CoverLetter::language).orElse(null))
        .setAttachments(made.attachments().stream().map(CommentEvents::attachment).toList())
        .setRegistration(Registrations.record(made.registration()))
        .setReceipt(
            new io.rapporteur.events.Receipt(
                made.receipt().code(),
                made.receipt().nonce(),
                made.receipt().digest(),
                made.receipt().signature()))
        .build();
  }

  static HandedIn handedIn(ParticipationEvent event) {
    String act = ParticipationTables.act(event);
    return switch (event.getFact()) {
      case SubmissionHandedIn fact -> handedIn(event, act, act, fact);
      case SubmissionAdded added ->
          handedIn(event, act, added.getSubmission(), added.getAddition());
      default -> throw new IllegalStateException("not an act of handing in");
    };
  }

  private static HandedIn handedIn(
      ParticipationEvent event, String act, String submission, SubmissionHandedIn fact) {
    io.rapporteur.events.Author author = fact.getAuthor();
    return new HandedIn(
        act,
        submission,
        new Author(
            author.getParticipant(),
            author.getParticipantClass().name(),
            Optional.ofNullable(author.getRegionalGroup()).map(Enum::name)),
        event.getRequestId(),
        event.getRequestDigest(),
        event.getBy(),
        event.getReceivedAt(),
        fact.getConsultation(),
        fact.getRound(),
        fact.getLate(),
        fact.getComments(),
        fact.getDigest(),
        Optional.ofNullable(fact.getCoverLetter())
            .map(
                text ->
                    new CoverLetter(text, Optional.ofNullable(fact.getLanguage()).orElse("und"))),
        fact.getAttachments().stream().map(CommentEvents::attachment).toList(),
        Registrations.of(fact.getRegistration()),
        new Receipt(
            fact.getReceipt().getCode(),
            fact.getReceipt().getNonce(),
            fact.getReceipt().getDigest(),
            fact.getReceipt().getSignature()));
  }

  static DraftRecord record(Plan plan, String save) {
    return new DraftRecord(
        HandingInPlan.newBuilder()
            .setAct(plan.act())
            .setSave(save)
            .setSubmission(plan.submission())
            .setParticipant(plan.participant())
            .setRequestId(plan.requestId())
            .setRequestDigest(plan.requestDigest())
            .setReceivedAt(plan.receivedAt())
            .setBy(plan.by())
            .setConsultation(plan.consultation())
            .setRound(plan.round())
            .setLate(plan.late())
            .setLateEntries(plan.lateEntries())
            .setLines(plan.lines())
            .setDrafts(
                plan.drafts().stream().map(d -> new PlannedDraft(d.draft(), d.number())).toList())
            .build());
  }

  static Plan plan(HandingInPlan plan) {
    return new Plan(
        plan.getAct(),
        plan.getSubmission(),
        plan.getParticipant(),
        plan.getRequestId(),
        plan.getRequestDigest(),
        plan.getReceivedAt(),
        plan.getBy(),
        plan.getConsultation(),
        plan.getRound(),
        plan.getLate(),
        plan.getLines(),
        plan.getDrafts().stream().map(d -> new Plan.Version(d.getDraft(), d.getVersion())).toList(),
        plan.getLateEntries());
  }
}
