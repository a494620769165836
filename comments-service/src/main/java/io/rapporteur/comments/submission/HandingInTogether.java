package io.rapporteur.comments.submission;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Attachment;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.comment.Fact;
import io.rapporteur.comments.comment.Receipt;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.Drafts;
import io.rapporteur.comments.draft.Stage;
import io.rapporteur.comments.submission.Submissions.Together;
import io.rapporteur.schemas.revision.CanonicalJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Handing in comments as one act. A plan of the act goes to the log first; the first plan of a key
 * wins, and a draft belongs to the first plan that names it. Then all comments, the act itself and
 * the marks on the drafts are appended as one. Whoever repeats the request, on whichever instance
 * and after whichever failure, completes the same plan: the comments have the same ids and the same
 * time, so that what is appended twice counts once.
 */
public final class HandingInTogether {

  private final Submissions submissions;
  private final Drafts drafts;
  private final Consultations consultations;
  private final SubmissionReceipts receipts;
  private final Supplier<String> saves;

  /**
   * Puts the use case together.
   *
   * @param saves makes a name for each save of a draft, never the same twice
   */
  public HandingInTogether(
      Submissions submissions,
      Drafts drafts,
      Consultations consultations,
      SubmissionReceipts receipts,
      Supplier<String> saves) {
    this.submissions = submissions;
    this.drafts = drafts;
    this.consultations = consultations;
    this.receipts = receipts;
    this.saves = saves;
  }

  /**
   * What is handed in besides the comments.
   *
   * @param addsTo the submission that is added to; empty for a new one
   * @param attachments files of the act itself
   * @param registration present if the secretariat enters it for the participant
   */
  public record Asked(
      Optional<String> addsTo,
      Consultation consultation,
      Author author,
      Optional<CoverLetter> coverLetter,
      List<Attachment> attachments,
      Optional<Registration> registration) {

    /** Copies the list. */
    public Asked {
      attachments = List.copyOf(attachments);
    }

    /** Nothing but the comments. */
    public static Asked of(Optional<String> addsTo, Consultation consultation, Author author) {
      return new Asked(addsTo, consultation, author, Optional.empty(), List.of(), Optional.empty());
    }
  }

  /**
   * What came of this request at an earlier try; empty if nothing has, as far as the view reads.
   */
  public Optional<SubmissionOutcome> earlier(Act act) {
    String id = id(act);
    Optional<HandedIn> counted = submissions.act(id);
    if (counted.isPresent()) {
      return Optional.of(answer(act, counted.get()));
    }
    return submissions
        .plan(id)
        .filter(plan -> !plan.requestDigest().equals(act.requestDigest()))
        .map(plan -> new SubmissionOutcome.KeyReused());
  }

  /** The plan of this request, if an earlier try made one. */
  public Optional<Plan> plan(Act act) {
    return submissions.plan(id(act));
  }

  /**
   * Hands in these lines, all of them or none.
   *
   * @param lines complete and valid
   */
  public SubmissionOutcome handIn(Act act, Asked asked, List<Line> lines) {
    Optional<SubmissionOutcome> earlier = earlier(act);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Optional<Plan> standing = plan(act);
    if (standing.isEmpty()) {
      Plan made = plan(act, asked, lines);
      if (!submissions.fits(together(act, asked, made, lines))) {
        return new SubmissionOutcome.TooLarge();
      }
      submissions.append(made);
      standing = plan(act);
      if (standing.isEmpty()) {
        return held(act, lines);
      }
    } else if (!submissions.catchUp()) {
      // An earlier try may have got further than this view has read.
      return new SubmissionOutcome.ViewBehind();
    }
    earlier = earlier(act);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    if (!standing.get().names(lines)) {
      return new SubmissionOutcome.PlannedOtherwise();
    }
    submissions.append(together(act, asked, standing.get(), lines));
    return submissions
        .act(id(act))
        .map(counted -> answer(act, counted))
        .orElseGet(SubmissionOutcome.ViewBehind::new);
  }

  private Plan plan(Act act, Asked asked, List<Line> lines) {
    Instant arrived = asked.registration.map(Registration::arrivedAt).orElse(act.receivedAt());
    String participant = asked.author.participant();
    Consultation consultation = asked.consultation;
    Lateness late = Lateness.of(consultation, participant, arrived, lines);
    if (late.any() && consultations.catchUp()) {
      // The deadline may have been extended, or the draft circulated anew, elsewhere.
      consultation = consultations.consultation(consultation.id()).orElse(consultation);
      late = Lateness.of(consultation, participant, arrived, lines);
    }
    return new Plan(
        id(act),
        asked.addsTo.orElse(id(act)),
        participant,
        act.requestId().value(),
        act.requestDigest(),
        act.receivedAt(),
        act.client(),
        consultation.id(),
        consultation.round(),
        late.act(),
        Plan.placesOf(lines),
        Plan.versionsOf(lines),
        late.entries());
  }

  private SubmissionOutcome held(Act act, List<Line> lines) {
    List<String> held =
        lines.stream()
            .flatMap(line -> line.draft().stream())
            .map(Draft::id)
            .filter(draft -> submissions.holder(draft).filter(a -> !a.equals(id(act))).isPresent())
            .toList();
    return held.isEmpty()
        ? new SubmissionOutcome.ViewBehind()
        : new SubmissionOutcome.DraftsHeld(held);
  }

  private Together together(Act act, Asked asked, Plan plan, List<Line> lines) {
    List<Map<String, Object>> said = new ArrayList<>();
    for (Line line : lines) {
      Map<String, Object> each = new TreeMap<>(line.said());
      each.put("comment", line.comment(act.requestId()));
      said.add(each);
    }
    said.sort(java.util.Comparator.comparing(each -> Objects.toString(each.get("comment"))));
    String digest = CanonicalJson.digest(said);
    Act received =
        new Act(
            plan.participant(), plan.by(), act.key(), plan.receivedAt(), told(asked, plan, digest));
    Receipt receipt = receipts.receiptOfSubmission(received, plan.act());
    HandedIn handedIn =
        new HandedIn(
            plan.act(),
            plan.submission(),
            asked.author,
            plan.requestId(),
            plan.requestDigest(),
            plan.by(),
            plan.receivedAt(),
            plan.consultation(),
            plan.round(),
            plan.late(),
            lines.size(),
            digest,
            asked.coverLetter,
            asked.attachments,
            asked.registration,
            receipt);
    return new Together(
        handedIn,
        lines.stream().map(line -> comment(act, line, plan, handedIn)).toList(),
        lines.stream()
            .flatMap(line -> line.draft().stream())
            .map(d -> mark(d, act, plan))
            .toList());
  }

  /** What the receipt is of. */
  private static Map<String, Object> told(Asked asked, Plan plan, String digest) {
    Map<String, Object> told = new TreeMap<>();
    told.put("consultation", plan.consultation());
    told.put("submission", plan.submission());
    told.put("comments", digest);
    asked.coverLetter.ifPresent(
        letter ->
            told.put("coverLetter", Map.of("text", letter.text(), "language", letter.language())));
    if (!asked.attachments.isEmpty()) {
      told.put(
          "attachments",
          asked.attachments.stream()
              .map(file -> Map.of("id", file.id(), "name", file.name(), "sha256", file.sha256()))
              .toList());
    }
    asked.registration.ifPresent(
        r ->
            told.put(
                "registration",
                Map.of(
                    "channel",
                    r.channel().word(),
                    "arrivedAt",
                    r.arrivedAt().toString(),
                    "reference",
                    r.reference(),
                    "clerk",
                    r.clerk())));
    return told;
  }

  /** Its receipt is that of the act, whose event alone has the signature. */
  private static Revision comment(Act act, Line line, Plan plan, HandedIn handedIn) {
    Receipt receipt = handedIn.receipt();
    return new Revision(
        line.comment(act.requestId()),
        1,
        handedIn.requestId(),
        handedIn.requestDigest(),
        handedIn.by(),
        handedIn.consultation(),
        handedIn.round(),
        plan.late(line),
        handedIn.receivedAt(),
        handedIn.receivedAt(),
        handedIn.author().speakingFor(line.onBehalfOf()),
        line.target(),
        Optional.of(handedIn.submission()),
        new Fact.Said(line.content(), line.invited()),
        new Receipt(receipt.code(), receipt.nonce(), receipt.digest(), ""));
  }

  private Draft mark(Draft draft, Act act, Plan plan) {
    return draft.standing(
        new Draft.Standing(
            Stage.SUBMITTED,
            Optional.empty(),
            draft.standing().dueAt(),
            Optional.of(plan.submission())),
        Draft.Save.of(act, saves.get()));
  }

  private SubmissionOutcome answer(Act act, HandedIn counted) {
    if (!counted.madeBy(act)) {
      return new SubmissionOutcome.KeyReused();
    }
    List<String> overtaken =
        submissions.plan(counted.act()).map(Plan::drafts).orElse(List.of()).stream()
            .map(Plan.Version::draft)
            .filter(
                draft ->
                    drafts
                        .current(draft)
                        .filter(d -> d.standing().stage() != Stage.SUBMITTED)
                        .isPresent())
            .toList();
    return new SubmissionOutcome.Counted(counted, overtaken);
  }

  private static String id(Act act) {
    return act.requestId().created().toString();
  }
}
