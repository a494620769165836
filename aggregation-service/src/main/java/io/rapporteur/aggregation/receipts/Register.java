package io.rapporteur.aggregation.receipts;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Filing.ReceiptCard;
import io.rapporteur.aggregation.receipts.RegisteredReceipt.Fate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The register of receipts: each act that was receipted, with what became of it. Pure. */
public final class Register {

  private static final String REFUSED = "late-refused";

  private Register() {}

  /**
   * The receipts of a consultation, in the order in which the acts were received.
   *
   * @param histories the counted revisions of each comment, in their order
   * @param published the texts of each edition, as {@link #text}, by its name
   * @param handedIn the receipts of acts that handed in several comments
   */
  public static List<RegisteredReceipt> of(
      List<List<Comment>> histories,
      Map<String, Set<String>> published,
      List<RegisteredReceipt> handedIn) {
    Map<String, ReceiptCard> signed = new HashMap<>();
    handedIn.forEach(each -> signed.put(each.receipt().code(), each.receipt()));
    return Stream.concat(
            histories.stream().flatMap(history -> ofComment(history, published, signed).stream()),
            handedIn.stream())
        .sorted(
            Comparator.comparing(RegisteredReceipt::receivedAt)
                .thenComparing(each -> each.receipt().code())
                .thenComparing(each -> each.comment().orElse(""))
                .thenComparing(RegisteredReceipt::revision))
        .toList();
  }

  /** What names the text of a revision. */
  public static String text(Comment comment) {
    return comment.id() + "/" + comment.revision();
  }

  /** Comments that were handed in as one act have its receipt, which is signed there alone. */
  private static List<RegisteredReceipt> ofComment(
      List<Comment> history, Map<String, Set<String>> published, Map<String, ReceiptCard> signed) {
    Set<Integer> refused = refused(history);
    List<RegisteredReceipt> receipts = new ArrayList<>();
    for (Comment revision : history) {
      revision
          .filing()
          .ifPresent(
              filing ->
                  receipts.add(
                      new RegisteredReceipt(
                          signed.getOrDefault(filing.receipt().code(), filing.receipt()),
                          filing.actor(),
                          filing.act(),
                          Optional.of(revision.id()),
                          revision.revision(),
                          filing.submission(),
                          revision.receivedAt(),
                          revision.late(),
                          fate(revision, history.getLast(), refused),
                          published.entrySet().stream()
                              .filter(edition -> edition.getValue().contains(text(revision)))
                              .map(Map.Entry::getKey)
                              .toList())));
    }
    return receipts;
  }

  /** A refusal concerns the text that waited just before it. */
  private static Set<Integer> refused(List<Comment> history) {
    Set<Integer> refused = new HashSet<>();
    for (int i = 1; i < history.size(); i++) {
      boolean refusal =
          history.get(i).filing().filter(filing -> filing.act().equals(REFUSED)).isPresent();
      if (refusal) {
        refused.add(history.get(i - 1).waiting());
      }
    }
    return refused;
  }

  private static Fate fate(Comment revision, Comment last, Set<Integer> refused) {
    if (revision.content().isEmpty()) {
      return Fate.RECORDED;
    }
    if (revision.revision() == last.inForce()) {
      return Fate.IN_FORCE;
    }
    if (revision.revision() == last.waiting()) {
      return Fate.WAITING;
    }
    if (refused.contains(revision.revision())) {
      return Fate.LATE_REFUSED;
    }
    return last.withdrawn() ? Fate.WITHDRAWN : Fate.SUPERSEDED;
  }
}
