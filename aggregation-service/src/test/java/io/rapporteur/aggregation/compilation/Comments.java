package io.rapporteur.aggregation.compilation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Comments as tests need them. */
final class Comments {

  private Comments() {}

  static Comment of(String id, String participant, String participantClass) {
    return comment(id, 1, participant, participantClass, false, false);
  }

  static Comment revision(String id, int revision, boolean late, boolean withdrawn) {
    return comment(id, revision, "eg", "member-state", late, withdrawn);
  }

  /** The comment as it stands at a place of the log. */
  static Comment at(Place place, Comment comment) {
    return filed(
        comment,
        Optional.of(
            new Filing(
                place,
                "submitted",
                Optional.of(comment.participant()),
                Optional.empty(),
                new Filing.ReceiptCard("code", "nonce", "digest", "signature"))));
  }

  /** The same with others who joined it. */
  static Comment joined(Comment comment, String... codes) {
    return comment.with(
        Stream.of(codes)
            .map(code -> new Comment.CoSponsor(code, "member-state", Optional.empty()))
            .toList());
  }

  /** The same comment, saying something else. */
  static Comment saying(Comment comment, Comment.Saying said) {
    return filed(comment, comment.filing(), Optional.of(said));
  }

  private static Comment filed(Comment c, Optional<Filing> filing) {
    return filed(c, filing, c.content());
  }

  private static Comment filed(
      Comment c, Optional<Filing> filing, Optional<Comment.Saying> content) {
    return new Comment(
        c.id(),
        c.revision(),
        c.withdrawn(),
        c.consultation(),
        c.round(),
        c.late(),
        c.submittedAt(),
        c.receivedAt(),
        c.participant(),
        c.participantClass(),
        c.regionalGroup(),
        c.document(),
        c.section(),
        c.recommendation(),
        c.recommendationVersion(),
        c.onBehalfOf(),
        c.coSponsors(),
        c.inForce(),
        c.waiting(),
        content,
        filing);
  }

  private static Comment comment(
      String id,
      int revision,
      String participant,
      String participantClass,
      boolean late,
      boolean withdrawn) {
    return new Comment(
        id,
        revision,
        withdrawn,
        "k",
        1,
        late,
        Instant.ofEpochSecond(1),
        Instant.ofEpochSecond(revision),
        participant,
        participantClass,
        Optional.empty(),
        Optional.of("doc"),
        Optional.of("doc.13"),
        Optional.of("doc.13.a"),
        Optional.of(1),
        Optional.empty(),
        List.of(),
        withdrawn ? 0 : late ? revision - 1 : revision,
        late ? revision : 0,
        withdrawn
            ? Optional.empty()
            : Optional.of(
                new Content(
                    "substantive",
                    "not-stated",
                    "revision " + revision,
                    "en",
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of())),
        Optional.empty());
  }
}
