package io.rapporteur.aggregation.compilation.kafka;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Consultation.Edition;
import io.rapporteur.aggregation.compilation.Digest;
import io.rapporteur.schemas.joint.JointText;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.EditionMarker;
import io.rapporteur.states.PublishedComment;
import io.rapporteur.states.PublishedRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes editions public: copies what the edition holds into the public topic, then writes its
 * marker, on which every public door opens. An edition without a marker is done again from the
 * beginning; the same records come out, under the same keys. One thread.
 */
final class EditionPublishing implements AutoCloseable {

  /**
   * A comment received before the cut may still be on its way for as long as the desk waits for the
   * log.
   */
  static final Duration SETTLING = EventLog.PATIENCE.plusSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(EditionPublishing.class);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final CompilationView view;
  private final KafkaCompilations compilations;
  private final FoldProgress fold;
  private final EventLog<PublishedRecord> log;
  private final NoticesSince notices;
  private final Clock clock;
  private final Thread thread;
  private volatile boolean closing;

  EditionPublishing(
      CompilationView view, FoldProgress fold, EventLog<PublishedRecord> log, Clock clock) {
    this.view = view;
    this.compilations = new KafkaCompilations(view, fold);
    this.fold = fold;
    this.log = log;
    this.notices = new NoticesSince(view, log);
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("edition-publishing").unstarted(this::work);
  }

  void start() {
    thread.start();
  }

  private void work() {
    boolean first = true;
    while (!closing) {
      try {
        if (view.reader.ready()) {
          publishWhatIsDue();
          if (first) {
            notices.lookAtAll(compilations.consultations());
            first = false;
          }
          if (!view.changed.isEmpty()) {
            notices.publish(compilations.consultations());
          }
        }
      } catch (RuntimeException e) {
        LOG.error("an edition could not be published; trying again", e);
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void publishWhatIsDue() {
    for (Consultation consultation : compilations.consultations()) {
      for (Edition edition : consultation.editions()) {
        boolean whole = view.markers.get(consultation.id() + "/" + edition.name()).isPresent();
        boolean settled = clock.instant().isAfter(edition.cutAt().plus(SETTLING));
        if (!whole && settled && fold.caughtUp() && compilations.catchUp()) {
          publish(consultation, edition);
        }
      }
    }
  }

  private void publish(Consultation consultation, Edition edition) {
    Map<String, PublishedRecord> records = new LinkedHashMap<>();
    List<Comment> comments = new ArrayList<>();
    for (List<CompiledComment> revisions : histories(consultation.id())) {
      List<CompiledComment> until =
          revisions.stream().takeWhile(r -> !r.getReceivedAt().isAfter(edition.cutAt())).toList();
      published(until, edition)
          .ifPresent(
              record -> {
                comments.add(CompiledComments.comment(record));
                records.put(
                    record.getComment(),
                    new PublishedRecord(
                        consultation.id(), edition.name(), new PublishedComment(record)));
              });
    }
    log.append(records);
    log.append(
        consultation.id() + "/" + edition.name(),
        new PublishedRecord(
            consultation.id(),
            edition.name(),
            new EditionMarker(comments.size(), Digest.of(comments.stream()))));
    LOG.info("edition {} of {} is public", edition.name(), consultation.id());
  }

  /**
   * The text in force with those who joined it. When it was received, and whether late, concerns
   * its author and the secretariat: in public every comment bears the time of the edition.
   */
  private static Optional<CompiledComment> published(
      List<CompiledComment> revisions, Edition edition) {
    if (revisions.isEmpty()) {
      return Optional.empty();
    }
    CompiledComment last = revisions.getLast();
    return revisions.stream()
        .filter(revision -> revision.getRevision() == last.getText())
        .findFirst()
        .map(
            text ->
                CompiledComment.newBuilder(text)
                    .setLate(false)
                    .setSubmittedAt(edition.cutAt())
                    .setReceivedAt(edition.cutAt())
                    .setSubmission(null)
                    .setText(text.getRevision())
                    .setWaiting(JointText.NONE)
                    .setCoSponsors(last.getCoSponsors())
                    .build());
  }

  private List<List<CompiledComment>> histories(String consultation) {
    Map<String, List<CompiledComment>> histories = new TreeMap<>();
    for (CompiledComment revision : view.revisions.startingWith(consultation + "/")) {
      histories.computeIfAbsent(revision.getComment(), id -> new ArrayList<>()).add(revision);
    }
    return List.copyOf(histories.values());
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      thread.join(EventLog.PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    log.close();
  }
}
