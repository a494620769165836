package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Filing.ReceiptCard;
import io.rapporteur.aggregation.receipts.HandedIn;
import io.rapporteur.aggregation.receipts.RegisteredReceipt;
import io.rapporteur.aggregation.receipts.RegisteredReceipt.Fate;
import io.rapporteur.events.ParticipationEvent;
import io.rapporteur.events.Receipt;
import io.rapporteur.events.SubmissionAdded;
import io.rapporteur.events.SubmissionHandedIn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The receipts of submissions and of what was added to them, from the view. Thread-safe. */
final class KafkaHandedIn implements HandedIn {

  private static final String SUBMISSION = "submission/";

  private final CompilationView view;

  KafkaHandedIn(CompilationView view) {
    this.view = view;
  }

  @Override
  public List<RegisteredReceipt> in(String consultation) {
    return view.participation.startingWith("").stream()
        .flatMap(event -> receipt(consultation, event))
        .toList();
  }

  private static Stream<RegisteredReceipt> receipt(String consultation, ParticipationEvent event) {
    return switch (event.getFact()) {
      case SubmissionHandedIn act ->
          receipt(
              consultation,
              event,
              act,
              "handed-in",
              event.getSubject().substring(SUBMISSION.length()));
      case SubmissionAdded act ->
          receipt(consultation, event, act.getAddition(), "added", act.getSubmission());
      default -> Stream.empty();
    };
  }

  private static Stream<RegisteredReceipt> receipt(
      String consultation,
      ParticipationEvent event,
      SubmissionHandedIn act,
      String word,
      String submission) {
    Receipt receipt = act.getReceipt();
    return act.getConsultation().equals(consultation)
        ? Stream.of(
            new RegisteredReceipt(
                new ReceiptCard(
                    receipt.getCode(),
                    receipt.getNonce(),
                    receipt.getDigest(),
                    receipt.getSignature()),
                Optional.of(event.getParticipant()),
                word,
                Optional.empty(),
                event.getRevision(),
                Optional.of(submission),
                event.getReceivedAt(),
                act.getLate(),
                Fate.RECORDED,
                List.of()))
        : Stream.empty();
  }
}
