package io.rapporteur.aggregation.fold;

import io.rapporteur.events.CommentContent;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.events.CommentRevised;
import io.rapporteur.events.CommentSubmitted;
import io.rapporteur.schemas.joint.JointText;
import io.rapporteur.schemas.revision.RevisionRule;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.FoldedComment;
import io.rapporteur.states.Standing;
import io.rapporteur.states.TallyChange;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Folds the events of a comment: void ones are dropped, each counted one is passed on with what
 * stands after it. A tally counts the text in force, once, however many joined it.
 */
final class CommentFold extends ContextualProcessor<String, CommentEvent, String, CountedRevision> {

  private @Nullable KeyValueStore<String, FoldedComment> store;

  @Override
  public void init(ProcessorContext<String, CountedRevision> context) {
    super.init(context);
    store = context.getStateStore(CompilationTopology.FOLDED);
  }

  @Override
  public void process(Record<String, CommentEvent> record) {
    KeyValueStore<String, FoldedComment> folded = Objects.requireNonNull(store);
    CommentEvent event = record.value();
    Optional<FoldedComment> before = Optional.ofNullable(folded.get(event.getComment()));
    int current = before.map(FoldedComment::getRevision).orElse(RevisionRule.NOTHING);
    if (!RevisionRule.counts(current, event.getRevision())) {
      return;
    }
    FoldedComment after = FoldingComments.after(before, event);
    folded.put(event.getComment(), after);
    context()
        .forward(
            record
                .withKey(event.getComment())
                .withValue(
                    new CountedRevision(compiled(event, after), change(event, before, after))));
  }

  private static Optional<TallyChange> change(
      CommentEvent event, Optional<FoldedComment> before, FoldedComment after) {
    boolean countedBefore = before.map(FoldedComment::getCounted).orElse(false);
    var positionBefore = before.map(FoldedComment::getPosition).orElse(null);
    boolean same = countedBefore == after.getCounted() && positionBefore == after.getPosition();
    return event.getTarget().getRecommendation() == null || same
        ? Optional.empty()
        : Optional.of(
            new TallyChange(
                event.getConsultation(),
                countedBefore,
                positionBefore,
                after.getCounted(),
                after.getPosition()));
  }

  private static CompiledComment compiled(CommentEvent event, FoldedComment after) {
    boolean withdrawn = after.getLast() == JointText.NONE;
    return CompiledComment.newBuilder()
        .setComment(event.getComment())
        .setRevision(event.getRevision())
        .setStanding(withdrawn ? Standing.WITHDRAWN : Standing.STANDING)
        .setConsultation(event.getConsultation())
        .setRound(event.getRound())
        .setLate(event.getLate())
        .setSubmittedAt(after.getSubmittedAt())
        .setReceivedAt(event.getReceivedAt())
        .setAuthor(event.getAuthor())
        .setTarget(event.getTarget())
        .setContent(content(event))
        .setSubmission(event.getSubmission())
        .setText(after.getInForce())
        .setCoSponsors(FoldingComments.standing(after))
        .setWaiting(FoldingComments.waiting(after))
        .build();
  }

  private static @Nullable CommentContent content(CommentEvent event) {
    return switch (event.getFact()) {
      case CommentSubmitted submitted -> submitted.getContent();
      case CommentRevised revised -> revised.getContent();
      default -> null;
    };
  }
}
