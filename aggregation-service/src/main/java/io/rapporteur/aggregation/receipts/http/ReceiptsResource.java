package io.rapporteur.aggregation.receipts.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Consultation.Edition;
import io.rapporteur.aggregation.compilation.Leaf;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.receipts.EditionTrees;
import io.rapporteur.aggregation.receipts.HandedIn;
import io.rapporteur.aggregation.receipts.Register;
import io.rapporteur.aggregation.receipts.RegisteredReceipt;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Role;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.PageLimit;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The register of receipts: the secretariat reads all, a delegation those of its own acts. Nobody
 * else: it tells of what is sealed, of extensions and refusals.
 */
@RestController
@RequestMapping("/api/v1/compilations/{id}/receipts")
public final class ReceiptsResource {

  private static final PageLimit LIMIT = new PageLimit(100, 1_000);

  private final Compilations compilations;
  private final HandedIn handedIn;
  private final EditionTrees trees;
  private final Looking looking;

  /** Answers from these. */
  public ReceiptsResource(
      Compilations compilations, HandedIn handedIn, EditionTrees trees, Looking looking) {
    this.compilations = compilations;
    this.handedIn = handedIn;
    this.trees = trees;
    this.looking = looking;
  }

  /**
   * A page of the register.
   *
   * @param participant whose receipts; for the secretariat
   * @param code of one receipt
   * @param cursor the {@code next} of the page before
   */
  @GetMapping
  ReceiptsView receipts(
      @PathVariable String id,
      @RequestParam Optional<String> participant,
      @RequestParam Optional<String> code,
      @RequestParam Optional<String> cursor,
      @RequestParam Optional<String> limit,
      Authentication authentication) {
    Caller caller = Caller.of(authentication);
    Optional<String> whose = whose(caller, participant);
    Consultation consultation = looking.find(id);
    looking.freshen();
    List<RegisteredReceipt> register =
        register(consultation, caller).stream()
            .filter(each -> whose.isEmpty() || each.participant().equals(whose))
            .filter(each -> code.isEmpty() || each.receipt().code().equals(code.get()))
            .toList();
    List<Fault> faults = new ArrayList<>();
    int from = cursor.map(last -> after(last, register, faults)).orElse(0);
    int size = LIMIT.of(limit, faults);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    List<RegisteredReceipt> page = register.subList(from, Math.min(register.size(), from + size));
    return new ReceiptsView(
        id,
        page.stream().map(ReceiptView::of).toList(),
        from + size < register.size() ? cursor(page.getLast()) : null);
  }

  private static Optional<String> whose(Caller caller, Optional<String> participant) {
    if (caller.isSecretariat()) {
      return participant;
    }
    if (caller.role() != Role.DELEGATION
        || participant.filter(code -> !caller.belongsTo(code)).isPresent()) {
      throw new RefusedException(
          ProblemType.FORBIDDEN,
          "The register is for the secretariat; a delegation reads its own receipts.");
    }
    return caller.participant();
  }

  private List<RegisteredReceipt> register(Consultation consultation, Caller caller) {
    Map<String, Set<String>> published = new LinkedHashMap<>();
    for (Edition edition : consultation.editions()) {
      looking
          .manifest(consultation, caller, edition.name())
          .flatMap(manifest -> trees.of(consultation.id(), manifest))
          .ifPresent(
              tree ->
                  published.put(
                      edition.name(),
                      tree.leaves().stream().map(Leaf::text).collect(Collectors.toSet())));
    }
    return Register.of(
        compilations.histories(consultation.id()), published, handedIn.in(consultation.id()));
  }

  /** Comments that were handed in as one act have one receipt. */
  private static String cursor(RegisteredReceipt registered) {
    return registered.receipt().code()
        + "/"
        + registered.comment().orElse("")
        + "/"
        + registered.revision();
  }

  private static int after(String cursor, List<RegisteredReceipt> register, List<Fault> faults) {
    for (int i = 0; i < register.size(); i++) {
      if (cursor(register.get(i)).equals(cursor)) {
        return i + 1;
      }
    }
    faults.add(Fault.of("cursor", cursor, "the next of an earlier answer"));
    return 0;
  }

  /** A page, in the order in which the acts were received. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReceiptsView(String consultation, List<ReceiptView> receipts, @Nullable String next) {}

  /** A receipt with its fate. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReceiptView(
      String code,
      @Nullable String participant,
      String act,
      @Nullable String comment,
      int revision,
      @Nullable String submission,
      Instant receivedAt,
      boolean late,
      String fate,
      List<String> editions,
      String nonce,
      String digest,
      String signature) {

    static ReceiptView of(RegisteredReceipt registered) {
      return new ReceiptView(
          registered.receipt().code(),
          registered.participant().orElse(null),
          registered.act(),
          registered.comment().orElse(null),
          registered.revision(),
          registered.submission().orElse(null),
          registered.receivedAt(),
          registered.late(),
          registered.fate().word(),
          registered.editions(),
          registered.receipt().nonce(),
          registered.receipt().digest(),
          registered.receipt().signature());
    }
  }
}
