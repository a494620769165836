package io.rapporteur.aggregation.compilation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Comments as tests need them. */
final class Comments {

  private Comments() {}

  static Comment of(String id, String participant, String participantClass) {
    return comment(id, 1, participant, participantClass, false, false);
  }

  static Comment revision(String id, int revision, boolean late, boolean withdrawn) {
    return comment(id, revision, "eg", "member-state", late, withdrawn);
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
                new Comment.Content(
                    "substantive",
                    "not-stated",
                    "revision " + revision,
                    "en",
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of())));
  }
}
