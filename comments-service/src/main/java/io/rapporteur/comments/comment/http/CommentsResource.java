package io.rapporteur.comments.comment.http;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Attachments;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.BesideResolution;
import io.rapporteur.comments.comment.BesideResolution.Files;
import io.rapporteur.comments.comment.BesideResolution.Resolved;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.Fact;
import io.rapporteur.comments.comment.HandingIn;
import io.rapporteur.comments.comment.JointComment;
import io.rapporteur.comments.comment.Outcome;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.IfMatch;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The desk: comments are handed in, read one by one, revised and withdrawn here. */
@RestController
@RequestMapping("/api/v1/comments")
public final class CommentsResource {

  /** Eight texts of 20,000 characters in escaped JSON, and some room. */
  private static final int LARGEST_BODY = 2 * 1024 * 1024;

  private final HandingIn handingIn;
  private final Consultations consultations;
  private final Requests requests;
  private final Answers answers;
  private final Attachments attachments;

  /** Puts the door together. */
  public CommentsResource(
      HandingIn handingIn, Consultations consultations, Attachments attachments, Clock clock) {
    this.handingIn = handingIn;
    this.consultations = consultations;
    this.attachments = attachments;
    this.requests = new Requests(consultations, clock);
    this.answers = new Answers(consultations);
  }

  @PostMapping
  ResponseEntity<CommentView> submit(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode json = RequestBody.object(request, LARGEST_BODY);
    Instant receivedAt = requests.now();
    var body = CommentBody.read(json);
    Author participant = requests.speaker(authentication);
    List<Fault> ofOthers = new ArrayList<>();
    Resolved beside =
        beside(receivedAt).resolve(body.beside(), participant.participant(), ofOthers::add);
    if (body.target().entry().isPresent()) {
      // The draft may just have been circulated anew, elsewhere.
      consultations.catchUp();
    }
    Meant meant = meant(body, ofOthers);
    Author author = participant.speakingFor(beside.onBehalfOf());
    Content content = body.content().with(beside.attachments());
    if (meant.target.entry().isEmpty() && !meant.consultation.opened(receivedAt)) {
      throw new RefusedException(
          ProblemType.CONSULTATION_NOT_OPEN,
          "receivedAt: " + receivedAt + " (expected: from " + meant.consultation.opensAt() + ")");
    }
    Map<String, Object> said = canonical(content, beside.invited());
    said.put("act", "submit");
    said.put("consultation", meant.consultation.id());
    meant.target.document().ifPresent(d -> said.put("document", d));
    meant.target.section().ifPresent(s -> said.put("section", s));
    meant.target.recommendation().ifPresent(r -> said.put("recommendation", r));
    body.target().recommendationVersion().ifPresent(v -> said.put("recommendationVersion", v));
    meant.target.entry().ifPresent(e -> said.put("entry", e));
    body.target().draftVersion().ifPresent(v -> said.put("draftVersion", v));
    beside.onBehalfOf().ifPresent(group -> said.put("onBehalfOf", group));
    Act act = requests.act(authentication, author, key, receivedAt, said);
    return answers.of(
        handingIn.submit(
            act,
            meant.consultation,
            author,
            meant.target,
            new Fact.Said(content, beside.invited())),
        201,
        viewer(authentication));
  }

  @GetMapping("/{id}")
  ResponseEntity<CommentView> one(@PathVariable String id, Authentication authentication) {
    Optional<String> viewer =
        Caller.of(authentication).isSecretariat()
            ? Optional.empty()
            : Optional.of(requests.author(authentication).participant());
    return answers.of(handingIn.find(id, viewer), 200, viewer);
  }

  @PutMapping("/{id}")
  ResponseEntity<CommentView> revise(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode json = RequestBody.object(request, LARGEST_BODY);
    Instant receivedAt = requests.now();
    var body = CommentBody.read(json);
    Author author = requests.speaker(authentication);
    Revision standing = own(id, author).first();
    int expected = IfMatch.revision(request);
    List<Fault> faults = new ArrayList<>(body.faults());
    new Unchanged(standing, consultations, faults).check(body);
    Resolved beside =
        beside(receivedAt).resolve(body.beside().withoutVoice(), author.participant(), faults::add);
    Content content = body.content().with(beside.attachments());
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    Map<String, Object> said = canonical(content, beside.invited());
    said.put("act", "revise");
    said.put("comment", id);
    said.put("revision", expected);
    Act act = requests.act(authentication, author, key, receivedAt, said);
    return answers.of(
        handingIn.revise(act, id, expected, new Fact.Said(content, beside.invited())),
        200,
        viewer(authentication));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<CommentView> withdraw(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication) {
    String key = IdempotencyKey.of(request, response);
    Instant receivedAt = requests.now();
    Author author = requests.speaker(authentication);
    own(id, author);
    int expected = IfMatch.revision(request);
    Map<String, Object> said = Map.of("act", "withdraw", "comment", id, "revision", expected);
    Act act = requests.act(authentication, author, key, receivedAt, said);
    return answers.of(handingIn.withdraw(act, id, expected), 200, viewer(authentication));
  }

  private BesideResolution beside(Instant at) {
    return new BesideResolution(consultations, attachments, at, Files.STANDING);
  }

  /** The comment, or the one answer for another's and for none. */
  private JointComment own(String id, Author author) {
    return switch (handingIn.find(id, Optional.of(author.participant()))) {
      case Outcome.Counted(JointComment comment)
          when comment.first().author().participant().equals(author.participant()) ->
          comment;
      case Outcome.Counted ofAnother -> throw Answers.refusal(new Outcome.NoSuchComment());
      case Outcome other -> throw Answers.refusal(other);
    };
  }

  private static Optional<String> viewer(Authentication authentication) {
    return Caller.of(authentication).participant();
  }

  private static Map<String, Object> canonical(Content content, List<Author> invited) {
    Map<String, Object> said = CommentBody.canonical(content);
    if (!invited.isEmpty()) {
      said.put("coSponsors", invited.stream().map(Author::participant).sorted().toList());
    }
    return said;
  }

  /** What a body means in its consultation. */
  private record Meant(Consultation consultation, Target target) {}

  /**
   * Before anything is called unknown, the log is read to its end: it may have been published
   * elsewhere.
   */
  private Meant meant(CommentBody body, List<Fault> ofOthers) {
    List<Fault> faults = new ArrayList<>(body.faults());
    faults.addAll(ofOthers);
    Optional<Meant> meant = found(body, faults);
    boolean unknown =
        faults.stream().anyMatch(f -> f.type().equals(ProblemType.UNKNOWN_REFERENCE.slug()));
    if (unknown && consultations.catchUp()) {
      faults = new ArrayList<>(body.faults());
      faults.addAll(ofOthers);
      meant = found(body, faults);
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    return meant.orElseThrow();
  }

  private Optional<Meant> found(CommentBody body, List<Fault> faults) {
    Optional<String> id = body.target().consultation();
    if (id.isEmpty()) {
      faults.add(Fault.of("consultation", "missing", "id of a consultation"));
      return Optional.empty();
    }
    Optional<Consultation> found = consultations.consultation(id.get());
    if (found.isEmpty()) {
      faults.add(
          Fault.of(
              ProblemType.UNKNOWN_REFERENCE,
              "consultation",
              id.get(),
              "id of a consultation",
              List.of()));
    }
    return found.map(
        c -> new Meant(c, new TargetResolution(c, faults::add).resolve(body.target())));
  }
}
