package io.rapporteur.aggregation.compilation;

import java.util.List;
import java.util.Optional;

/** Comments for tests of other rooms. */
public final class WorkedComments {

  private WorkedComments() {}

  /** One that proposes a text on item {@code doc.13.a}; empty language for that of the comment. */
  public static Comment proposing(
      String id, String participant, String participantClass, String language, String text) {
    return proposing(id, participant, participantClass, language, text, 1);
  }

  /** The same, of a version of the item. */
  public static Comment proposing(
      String id,
      String participant,
      String participantClass,
      String language,
      String text,
      int version) {
    Comment c = Comments.of(id, participant, participantClass);
    Content said = c.said();
    return new Comment(
        c.id(),
        c.revision(),
        false,
        c.consultation(),
        c.round(),
        false,
        c.submittedAt(),
        c.receivedAt(),
        c.participant(),
        c.participantClass(),
        c.regionalGroup(),
        c.document(),
        c.section(),
        c.recommendation(),
        Optional.of(version),
        participant.equals("ps") ? Optional.of("g77") : Optional.empty(),
        c.coSponsors(),
        c.inForce(),
        c.waiting(),
        Optional.of(
            new Content(
                said.kind(),
                said.position(),
                said.text(),
                said.language(),
                List.of(new Content.Translation("en", "a courtesy", "the secretariat")),
                Optional.of(text),
                Optional.of(language),
                Optional.empty(),
                Optional.empty(),
                List.of())),
        c.filing());
  }

  /** The same with a translation of the secretariat. */
  public static Comment translated(Comment comment, String language, String proposed) {
    Content said = comment.said();
    return Comments.saying(
        comment,
        new Content(
            said.kind(),
            said.position(),
            said.text(),
            said.language(),
            List.of(
                new Content.Translation(
                    language,
                    "translated",
                    Content.Translation.SECRETARIAT,
                    Optional.of(
                        new Content.Added(Optional.of(proposed), Optional.empty(), false)))),
            said.proposedText(),
            said.proposedTextLanguage(),
            said.rationale(),
            said.quotation(),
            said.attachments()));
  }

  /** The same with others who joined it. */
  public static Comment joined(Comment comment, String... codes) {
    return Comments.joined(comment, codes);
  }

  /** A text of a comment, on item {@code doc.13.a} of consultation {@code k}. */
  public static Comment revision(String id, int revision) {
    return Comments.revision(id, revision, false, false);
  }
}
