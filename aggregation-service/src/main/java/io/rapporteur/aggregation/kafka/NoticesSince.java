package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Consultation.Edition;
import io.rapporteur.schemas.joint.JointText;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.NoticeKind;
import io.rapporteur.states.PublishedComment;
import io.rapporteur.states.PublishedNotice;
import io.rapporteur.states.PublishedRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the public, in neutral words, that a comment has changed since its edition: it was
 * withdrawn, and nothing else is left of it; or revised, and its text stands until the next
 * edition. One thread.
 */
final class NoticesSince {

  private final CompilationView view;
  private final EventLog<PublishedRecord> log;

  NoticesSince(CompilationView view, EventLog<PublishedRecord> log) {
    this.view = view;
    this.log = log;
  }

  /**
   * Looks at every published comment, once at start: what changed just before this instance ended
   * may not have been told.
   */
  void lookAtAll(List<Consultation> consultations) {
    for (Consultation consultation : consultations) {
      for (Edition edition : consultation.editions()) {
        view.published
            .startingWith(consultation.id() + "/" + edition.name() + "/")
            .forEach(
                record ->
                    view.changed.add(
                        consultation.id()
                            + "/"
                            + ((PublishedComment) record.getEntry()).getComment().getComment()));
      }
    }
  }

  /** Looks at the comments of an edition that is new. */
  void lookAt(String consultation, Set<String> comments) {
    comments.forEach(comment -> view.changed.add(consultation + "/" + comment));
  }

  /** Looks at what has changed; what waits for an edition on its way is looked at again. */
  void publish(List<Consultation> consultations) {
    for (String key : List.copyOf(view.changed)) {
      view.changed.remove(key);
      int slash = key.indexOf('/');
      consultations.stream()
          .filter(consultation -> consultation.id().equals(key.substring(0, slash)))
          .findFirst()
          .ifPresent(consultation -> look(consultation, key.substring(slash + 1), key));
    }
  }

  private void look(Consultation consultation, String comment, String key) {
    Optional<String> last = Optional.empty();
    for (Edition edition : consultation.editions()) {
      if (edition.audience() == Audience.PARTICIPANTS) {
        // Nor are those after it public; when it is opened, all of it is looked at.
        break;
      }
      String name = consultation.id() + "/" + edition.name();
      if (view.markers.get(name).isEmpty()) {
        view.changed.add(key);
        return;
      }
      last = Optional.of(edition.name());
    }
    last.ifPresent(edition -> look(consultation.id(), edition, comment));
  }

  private void look(String consultation, String edition, String comment) {
    Optional<CompiledComment> published =
        view.published
            .get(consultation + "/" + edition + "/" + comment)
            .map(record -> ((PublishedComment) record.getEntry()).getComment());
    List<CompiledComment> revisions =
        view.revisions.startingWith(consultation + "/" + comment + "/");
    Optional<NoticeKind> kind = published.flatMap(text -> kind(text, revisions));
    if (kind.isEmpty()) {
      return;
    }
    boolean told =
        view.notices
            .get(consultation + "/" + edition + "/" + comment)
            .filter(record -> ((PublishedNotice) record.getEntry()).getKind() == kind.get())
            .isPresent();
    if (!told) {
      log.append(
          kind.get() == NoticeKind.WITHDRAWN ? comment : comment + "/notice",
          new PublishedRecord(consultation, edition, notice(published.get(), kind.get())));
    }
  }

  /** Whether nothing of a comment is in force after these revisions. */
  static boolean isWithdrawn(List<CompiledComment> revisions) {
    return !revisions.isEmpty() && revisions.getLast().getText() == JointText.NONE;
  }

  /** What became of a text of an edition after these revisions; empty if it stands. */
  static Optional<NoticeKind> kind(CompiledComment text, List<CompiledComment> revisions) {
    if (isWithdrawn(revisions)) {
      return Optional.of(NoticeKind.WITHDRAWN);
    }
    return revisions.isEmpty() || revisions.getLast().getText() == text.getRevision()
        ? Optional.empty()
        : Optional.of(NoticeKind.REVISED);
  }

  /** The notice of it. */
  static PublishedNotice notice(CompiledComment text, NoticeKind kind) {
    return new PublishedNotice(text.getComment(), kind, text.getAuthor(), text.getTarget());
  }
}
