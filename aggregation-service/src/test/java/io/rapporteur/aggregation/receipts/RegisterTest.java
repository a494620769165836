package io.rapporteur.aggregation.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Filing;
import io.rapporteur.aggregation.compilation.Filing.ReceiptCard;
import io.rapporteur.aggregation.compilation.Place;
import io.rapporteur.aggregation.receipts.RegisteredReceipt.Fate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegisterTest {

  @Test
  void theTextInForceIsInForceAndTheOneBeforeItIsSuperseded() {
    assertThat(fates(revision(1, "submitted", 1, 0, true), revision(2, "revised", 2, 0, true)))
        .containsExactly(Fate.SUPERSEDED, Fate.IN_FORCE);
  }

  @Test
  void allTextsOfAWithdrawnCommentAreWithdrawnAndTheActOfWithdrawingStands() {
    assertThat(fates(revision(1, "submitted", 1, 0, true), revision(2, "withdrawn", 0, 0, false)))
        .containsExactly(Fate.WITHDRAWN, Fate.RECORDED);
  }

  @Test
  void aLateTextWaitsUntilItIsRefusedOrAccepted() {
    Comment first = revision(1, "submitted", 1, 0, true);
    Comment late = revision(2, "revised", 1, 2, true);

    assertThat(fates(first, late)).containsExactly(Fate.IN_FORCE, Fate.WAITING);
    assertThat(fates(first, late, revision(3, "late-refused", 1, 0, false)))
        .containsExactly(Fate.IN_FORCE, Fate.LATE_REFUSED, Fate.RECORDED);
    assertThat(fates(first, late, revision(3, "late-accepted", 2, 0, false)))
        .containsExactly(Fate.SUPERSEDED, Fate.IN_FORCE, Fate.RECORDED);
  }

  @Test
  void saysWhichEditionsPublishedATextAndStandsInTheOrderOfReceipt() {
    Comment first = revision(1, "submitted", 1, 0, true);
    Comment second = revision(2, "revised", 2, 0, true);

    List<RegisteredReceipt> register =
        Register.of(
            List.of(List.of(first, second)),
            Map.of("first", Set.of(Register.text(first)), "Add.1", Set.of(Register.text(second))),
            List.of(handedIn(Instant.ofEpochSecond(0), "S")));

    assertThat(register)
        .extracting(RegisteredReceipt::act)
        .containsExactly("handed-in", "submitted", "revised");
    assertThat(register.get(1).editions()).containsExactly("first");
    assertThat(register.get(2).editions()).containsExactly("Add.1");
    assertThat(register.get(1).participant()).contains("eg");
  }

  @Test
  void aCommentThatWasHandedInWithOthersHasTheSignatureOfTheAct() {
    Comment first = revision(1, "submitted", 1, 0, true);
    RegisteredReceipt act = handedIn(Instant.ofEpochSecond(0), "R1");

    assertThat(Register.of(List.of(List.of(first)), Map.of(), List.of(act)))
        .extracting(each -> each.receipt().signature())
        .containsExactly("signature of R1", "signature of R1");
  }

  private static List<Fate> fates(Comment... history) {
    return Register.of(List.of(List.of(history)), Map.of(), List.of()).stream()
        .map(RegisteredReceipt::fate)
        .toList();
  }

  private static RegisteredReceipt handedIn(Instant at, String code) {
    return new RegisteredReceipt(
        new ReceiptCard(code, "n", "d", "signature of " + code),
        Optional.of("eg"),
        "handed-in",
        Optional.empty(),
        1,
        Optional.of("s1"),
        at,
        false,
        Fate.RECORDED,
        List.of());
  }

  private static Comment revision(
      int revision, String act, int inForce, int waiting, boolean makesText) {
    return new Comment(
        "c",
        revision,
        inForce == 0 && waiting == 0,
        "k",
        1,
        waiting == revision,
        Instant.ofEpochSecond(1),
        Instant.ofEpochSecond(revision),
        "eg",
        "member-state",
        Optional.empty(),
        Optional.of("doc"),
        Optional.of("doc.13"),
        Optional.of("doc.13.a"),
        Optional.of(1),
        Optional.empty(),
        List.of(),
        inForce,
        waiting,
        makesText
            ? Optional.of(
                new Content(
                    "substantive",
                    "not-stated",
                    "text",
                    "en",
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()))
            : Optional.empty(),
        Optional.of(
            new Filing(
                new Place(0, revision, Instant.ofEpochSecond(revision)),
                act,
                Optional.of("eg"),
                Optional.empty(),
                new ReceiptCard("R" + revision, "n", "d", "s"))));
  }
}
