package io.rapporteur.comments.submission.http;

import io.rapporteur.comments.comment.Beside;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.http.CommentBody;
import io.rapporteur.comments.comment.http.CommentBody.NamedTarget;
import io.rapporteur.comments.submission.CoverLetter;
import io.rapporteur.comments.submission.Registration;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a submission or of an addition, with every fault that can be found without asking
 * anyone.
 *
 * @param participant for whom the secretariat registers it
 * @param attachments ids of the files of the whole, not yet looked up
 * @param lines its comments
 * @param drafts ids of drafts that are handed in
 * @param released all released drafts are handed in
 * @param partial good lines are handed in where others have faults
 * @param faults of the whole; those of lines stand with the lines
 */
record SubmissionBody(
    Optional<String> consultation,
    Optional<String> participant,
    Optional<Registration> registration,
    Optional<CoverLetter> coverLetter,
    List<String> attachments,
    List<InlineLine> lines,
    List<String> drafts,
    boolean released,
    boolean partial,
    List<Fault> faults) {

  private static final int MOST_LINES = 10_000;

  /** A comment of the body. */
  record InlineLine(
      int place, NamedTarget target, Content content, Beside beside, List<Fault> faults) {

    String path() {
      return "comments[" + place + "].";
    }
  }

  /** Whether it holds nothing beside comments. */
  boolean bare() {
    return coverLetter.isEmpty() && attachments.isEmpty();
  }

  /** Whether it holds no comment and names none. */
  boolean withoutComments() {
    return lines.isEmpty() && drafts.isEmpty() && !released;
  }

  static SubmissionBody read(ObjectNode body, String client) {
    var fields = new Fields(body);
    Optional<String> consultation = fields.optionalText("consultation", CommentBody.NAME);
    Optional<String> participant = fields.optionalText("participant", CommentBody.NAME);
    Optional<Registration> registration =
        fields.object("registration").flatMap(within -> RegistrationFields.read(within, client));
    Optional<String> letter = fields.optionalText("coverLetter", CommentBody.TEXT);
    Optional<String> language = CommentBody.optionalLanguage(fields, "language");
    if (letter.isPresent() && language.isEmpty()) {
      fields.fault("language", "missing", "the language of the cover letter");
    }
    if (letter.isEmpty() && language.isPresent()) {
      fields.fault("coverLetter", "missing", "the letter, where its language is named");
    }
    List<String> attachments = CommentBody.attachments(fields);
    boolean released =
        body.path("drafts").isString()
            && fields.optionalWord("drafts", Map.of("released", true)).orElse(false);
    List<String> drafts =
        body.path("drafts").isString()
            ? List.of()
            : fields.texts("drafts", MOST_LINES, CommentBody.NAME);
    boolean partial = fields.flag("partial", false);
    List<Fields> within = fields.objects("comments", MOST_LINES);
    fields.refuseOthers();
    List<Fault> whole = new ArrayList<>(fields.faults());
    if (drafts.stream().distinct().count() < drafts.size()) {
      whole.add(Fault.of("drafts", "an id twice", "ids of drafts, each of them once"));
    }
    return new SubmissionBody(
        consultation,
        participant,
        registration,
        letter.flatMap(text -> language.map(tag -> new CoverLetter(text, tag))),
        attachments,
        lines(within),
        drafts,
        released,
        partial,
        whole);
  }

  private static List<InlineLine> lines(List<Fields> within) {
    List<InlineLine> lines = new ArrayList<>();
    int known = within.isEmpty() ? 0 : within.getFirst().faults().size();
    for (Fields line : within) {
      NamedTarget target = CommentBody.target(line);
      Content content = CommentBody.content(line);
      Beside beside = CommentBody.beside(line);
      line.refuseOthers();
      List<Fault> all = line.faults();
      lines.add(
          new InlineLine(
              lines.size(), target, content, beside, List.copyOf(all.subList(known, all.size()))));
      known = all.size();
    }
    return lines;
  }

  /** In canonical terms, for the digest of the request. */
  Map<String, Object> canonical() {
    Map<String, Object> said = new TreeMap<>();
    consultation.ifPresent(id -> said.put("consultation", id));
    participant.ifPresent(code -> said.put("participant", code));
    registration.ifPresent(r -> said.put("registration", RegistrationFields.canonical(r)));
    coverLetter.ifPresent(l -> said.put("coverLetter", List.of(l.text(), l.language())));
    if (!attachments.isEmpty()) {
      said.put("attachments", attachments);
    }
    said.put("drafts", released ? List.of("released") : drafts);
    said.put("partial", partial);
    said.put("comments", lines.stream().map(SubmissionBody::canonical).toList());
    return said;
  }

  private static Map<String, Object> canonical(InlineLine line) {
    if (!line.faults.isEmpty()) {
      return Map.of("faults", line.faults.size());
    }
    Map<String, Object> said = CommentBody.canonical(line.content);
    NamedTarget target = line.target;
    target.document().ifPresent(d -> said.put("document", d));
    target.section().ifPresent(s -> said.put("section", s));
    target.recommendation().ifPresent(r -> said.put("recommendation", r));
    target.recommendationVersion().ifPresent(v -> said.put("recommendationVersion", v));
    said.putAll(line.beside.canonical());
    return said;
  }
}
