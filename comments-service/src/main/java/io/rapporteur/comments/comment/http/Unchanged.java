package io.rapporteur.comments.comment.http;

import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.reference.EntryReference;
import java.util.List;
import java.util.Optional;

/** What a revision may repeat and not change: what the comment is on, and whose voice it is. */
final class Unchanged {

  private static final String MOVING = "; to move it, withdraw it and hand it in anew";

  private final Revision standing;
  private final Consultations consultations;
  private final List<Fault> faults;

  /**
   * Checks against what stands.
   *
   * @param faults are added to
   */
  Unchanged(Revision standing, Consultations consultations, List<Fault> faults) {
    this.standing = standing;
    this.consultations = consultations;
    this.faults = faults;
  }

  void check(CommentBody body) {
    target(body.target());
    voice(body);
  }

  private void target(CommentBody.NamedTarget named) {
    if (named.consultation().filter(id -> !id.equals(standing.consultation())).isPresent()) {
      faults.add(
          Fault.of(
              "consultation", named.consultation().get(), standing.consultation() + ", unchanged"));
    } else if (named.entry().isPresent()) {
      entry(named.entry().get());
    } else if (named.namesText()) {
      text(named);
    }
  }

  /** By its id alone: it may have been left out of the draft since. */
  private void entry(String named) {
    String id = EntryReference.id(standing.consultation(), named);
    if (!standing.target().entry().equals(Optional.of(id))) {
      faults.add(Fault.of("entry", named, "the entry that the comment was handed in on" + MOVING));
    }
  }

  private void text(CommentBody.NamedTarget named) {
    Consultation consultation = consultations.consultation(standing.consultation()).orElseThrow();
    Target target = new TargetResolution(consultation, faults::add).resolve(named);
    boolean same =
        target.recommendation().equals(standing.target().recommendation())
            && target.section().equals(standing.target().section())
            && standing.target().entry().isEmpty();
    if (!same && faults.isEmpty()) {
      faults.add(
          Fault.of(
              named.recommendation().isPresent() ? "recommendation" : "section",
              named.recommendation().or(named::section).or(named::document).orElse(""),
              "the item that the comment was handed in on" + MOVING));
    }
  }

  private void voice(CommentBody body) {
    Optional<String> voice = standing.author().onBehalfOf();
    body.beside()
        .onBehalfOf()
        .filter(group -> !voice.equals(Optional.of(group)))
        .ifPresent(
            group ->
                faults.add(Fault.of("onBehalfOf", group, voice.orElse("absent") + ", unchanged")));
  }
}
