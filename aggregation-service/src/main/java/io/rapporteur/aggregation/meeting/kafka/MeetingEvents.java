package io.rapporteur.aggregation.meeting.kafka;

import io.rapporteur.aggregation.meeting.Card;
import io.rapporteur.aggregation.meeting.Decision;
import io.rapporteur.aggregation.meeting.Kind;
import io.rapporteur.aggregation.meeting.Statement;
import io.rapporteur.aggregation.meeting.Step;
import io.rapporteur.aggregation.meeting.Wording;
import io.rapporteur.events.AdoptedLanguageFollowed;
import io.rapporteur.events.AdoptedListCorrected;
import io.rapporteur.events.AdoptedText;
import io.rapporteur.events.CirculatedEntry;
import io.rapporteur.events.DecisionCorrected;
import io.rapporteur.events.DecisionEvent;
import io.rapporteur.events.DecisionKind;
import io.rapporteur.events.DecisionsShown;
import io.rapporteur.events.DraftCirculated;
import io.rapporteur.events.EntriesDecided;
import io.rapporteur.events.EntriesOrdered;
import io.rapporteur.events.EntriesProposed;
import io.rapporteur.events.EntryDecision;
import io.rapporteur.events.EntryRevised;
import io.rapporteur.events.EntryWithdrawn;
import io.rapporteur.events.ListAdopted;
import io.rapporteur.events.MeetingEntry;
import io.rapporteur.events.StatementKind;
import io.rapporteur.events.StatementRecorded;
import io.rapporteur.events.StatementTakenBack;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From steps of a meeting to events and back. */
final class MeetingEvents {

  private MeetingEvents() {}

  static DecisionEvent event(Step step) {
    return DecisionEvent.newBuilder()
        .setConsultation(step.consultation())
        .setRevision(step.number())
        .setRequestId(step.requestId())
        .setRequestDigest(step.requestDigest())
        .setReceivedAt(step.at())
        .setBy(step.by())
        .setRole(step.role())
        .setFact(fact(step.fact()))
        .build();
  }

  private static Object fact(Step.Fact fact) {
    return switch (fact) {
      case Step.Proposed(List<Card> cards) -> new EntriesProposed(entries(cards));
      case Step.Revised(Card card) -> new EntryRevised(entry(card));
      case Step.Withdrawn(String entry, String reason) -> new EntryWithdrawn(entry, reason);
      case Step.Ordered(List<String> order) -> new EntriesOrdered(order);
      case Step.Circulated circulated ->
          new DraftCirculated(
              circulated.version(),
              circulated.note().orElse(null),
              circulated.commentsUntil().orElse(null),
              circulated.entries().stream()
                  .map(each -> new CirculatedEntry(each.entry(), each.text()))
                  .toList());
      case Step.Decisions decided ->
          new EntriesDecided(
              decided.decisions().stream().map(MeetingEvents::decision).toList(),
              decided.decidedAt(),
              decided.shown());
      case Step.Corrected corrected ->
          DecisionCorrected.newBuilder()
              .setEntry(corrected.entry())
              .setCorrects(corrected.corrects())
              .setReason(corrected.reason())
              .setDecision(corrected.instead().map(MeetingEvents::decision).orElse(null))
              .setDecidedAt(corrected.decidedAt())
              .build();
      case Step.Shown shown -> new DecisionsShown(shown.entries(), shown.statements());
      case Step.Stated stated -> statement(stated);
      case Step.TakenBack(int statement, String reason) ->
          new StatementTakenBack(statement, reason);
      case Step.ListAdopted adopted -> new ListAdopted(adopted.language(), adopted.adoptedAt());
      case Step.Followed followed ->
          new AdoptedLanguageFollowed(followed.language(), followed.texts());
      case Step.ListCorrected corrected ->
          new AdoptedListCorrected(
              corrected.number(),
              corrected.reason(),
              corrected.texts().stream()
                  .map(text -> new AdoptedText(text.item(), text.language(), text.text()))
                  .toList());
    };
  }

  private static List<MeetingEntry> entries(List<Card> cards) {
    return cards.stream().map(MeetingEvents::entry).toList();
  }

  private static MeetingEntry entry(Card card) {
    return new MeetingEntry(
        card.entry(),
        card.wording().texts(),
        card.wording().language(),
        card.sources(),
        card.sharesItems());
  }

  private static EntryDecision decision(Decision decision) {
    return EntryDecision.newBuilder()
        .setEntry(decision.entry())
        .setKind(DecisionKind.valueOf(decision.kind().name()))
        .setTexts(decision.wording().map(Wording::texts).orElse(Map.of()))
        .setLanguage(decision.wording().map(Wording::language).orElse(null))
        .setInto(decision.into().orElse(null))
        .setParts(entries(decision.parts()))
        .setNote(decision.note().orElse(null))
        .build();
  }

  private static StatementRecorded statement(Step.Stated stated) {
    Statement statement = stated.statement();
    return StatementRecorded.newBuilder()
        .setEntry(statement.entry().orElse(null))
        .setParticipant(statement.participant())
        .setParticipantClass(statement.participantClass())
        .setKind(StatementKind.valueOf(statement.kind().name()))
        .setText(statement.text())
        .setLanguage(statement.language())
        .setStatedAt(statement.statedAt())
        .setCorrects(stated.corrects().orElse(null))
        .setShown(stated.shown())
        .build();
  }

  static Step step(DecisionEvent event) {
    return new Step(
        event.getConsultation(),
        event.getRevision(),
        event.getRequestId(),
        event.getRequestDigest(),
        event.getReceivedAt(),
        event.getBy(),
        event.getRole(),
        fact(event));
  }

  private static Step.Fact fact(DecisionEvent event) {
    return switch (event.getFact()) {
      case EntriesProposed proposed -> new Step.Proposed(cards(proposed.getEntries()));
      case EntryRevised revised -> new Step.Revised(card(revised.getCard()));
      case EntryWithdrawn withdrawn ->
          new Step.Withdrawn(withdrawn.getEntry(), withdrawn.getReason());
      case EntriesOrdered ordered -> new Step.Ordered(List.copyOf(ordered.getOrder()));
      case DraftCirculated circulated ->
          new Step.Circulated(
              circulated.getVersion(),
              Optional.ofNullable(circulated.getNote()),
              Optional.ofNullable(circulated.getCommentsUntil()),
              circulated.getEntries().stream()
                  .map(each -> new Step.CirculatedText(each.getEntry(), each.getText()))
                  .toList());
      case EntriesDecided decided ->
          new Step.Decisions(
              decided.getDecisions().stream().map(MeetingEvents::decision).toList(),
              decided.getDecidedAt(),
              decided.getShown());
      case DecisionCorrected corrected ->
          new Step.Corrected(
              corrected.getEntry(),
              corrected.getCorrects(),
              corrected.getReason(),
              Optional.ofNullable(corrected.getDecision()).map(MeetingEvents::decision),
              corrected.getDecidedAt());
      case DecisionsShown shown ->
          new Step.Shown(List.copyOf(shown.getEntries()), shown.getStatements());
      case StatementRecorded recorded -> stated(event, recorded);
      case StatementTakenBack back -> new Step.TakenBack(back.getStatement(), back.getReason());
      case ListAdopted adopted ->
          new Step.ListAdopted(adopted.getLanguage(), adopted.getAdoptedAt());
      case AdoptedLanguageFollowed followed ->
          new Step.Followed(followed.getLanguage(), List.copyOf(followed.getTexts()));
      case AdoptedListCorrected corrected ->
          new Step.ListCorrected(
              corrected.getNumber(),
              corrected.getReason(),
              corrected.getTexts().stream()
                  .map(
                      text ->
                          new Step.CorrectText(text.getItem(), text.getLanguage(), text.getText()))
                  .toList());
      default -> throw new IllegalStateException("not a step of a meeting");
    };
  }

  private static List<Card> cards(List<MeetingEntry> entries) {
    return entries.stream().map(MeetingEvents::card).toList();
  }

  private static Card card(MeetingEntry entry) {
    return new Card(
        entry.getEntry(),
        new Wording(entry.getTexts(), entry.getLanguage()),
        entry.getSources(),
        entry.getSharesItems());
  }

  private static Decision decision(EntryDecision decision) {
    return new Decision(
        decision.getEntry(),
        Kind.valueOf(decision.getKind().name()),
        Optional.ofNullable(decision.getLanguage())
            .map(language -> new Wording(decision.getTexts(), language)),
        Optional.ofNullable(decision.getInto()),
        cards(decision.getParts()),
        Optional.ofNullable(decision.getNote()));
  }

  private static Step.Stated stated(DecisionEvent event, StatementRecorded recorded) {
    return new Step.Stated(
        new Statement(
            event.getRevision(),
            Optional.ofNullable(recorded.getEntry()),
            recorded.getParticipant(),
            recorded.getParticipantClass(),
            Statement.Kind.valueOf(recorded.getKind().name()),
            recorded.getText(),
            recorded.getLanguage(),
            recorded.getStatedAt(),
            event.getReceivedAt()),
        Optional.ofNullable(recorded.getCorrects()),
        recorded.getShown());
  }
}
