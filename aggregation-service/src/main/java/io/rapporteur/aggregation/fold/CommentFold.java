package io.rapporteur.aggregation.fold;

import io.rapporteur.events.CommentContent;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.events.CommentRevised;
import io.rapporteur.events.CommentSubmitted;
import io.rapporteur.events.Position;
import io.rapporteur.schemas.revision.RevisionRule;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.FoldedComment;
import io.rapporteur.states.Standing;
import io.rapporteur.states.TallyChange;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Folds the events of a comment: void ones are dropped, each counted one is passed on. What came
 * late is passed on but not counted in a tally; the revision in time that stood before it stays
 * counted.
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
    KeyValueStore<String, FoldedComment> folded = java.util.Objects.requireNonNull(store);
    CommentEvent event = record.value();
    @Nullable FoldedComment before = folded.get(event.getComment());
    int current = before == null ? RevisionRule.NOTHING : before.getRevision();
    if (!RevisionRule.counts(current, event.getRevision())) {
      return;
    }
    FoldedComment after = after(before, event);
    folded.put(event.getComment(), after);
    context()
        .forward(
            record
                .withKey(event.getComment())
                .withValue(
                    new CountedRevision(
                        compiled(event, after.getSubmittedAt()), change(event, before, after))));
  }

  private static FoldedComment after(@Nullable FoldedComment before, CommentEvent event) {
    Instant submittedAt = before == null ? event.getReceivedAt() : before.getSubmittedAt();
    @Nullable CommentContent content = content(event);
    if (content == null) {
      return new FoldedComment(event.getRevision(), submittedAt, false, null);
    }
    if (event.getLate()) {
      boolean counted = before != null && before.getCounted();
      return new FoldedComment(
          event.getRevision(), submittedAt, counted, before == null ? null : before.getPosition());
    }
    return new FoldedComment(event.getRevision(), submittedAt, true, content.getPosition());
  }

  private static Optional<TallyChange> change(
      CommentEvent event, @Nullable FoldedComment before, FoldedComment after) {
    boolean countedBefore = before != null && before.getCounted();
    @Nullable Position positionBefore = before == null ? null : before.getPosition();
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

  private static CompiledComment compiled(CommentEvent event, Instant submittedAt) {
    @Nullable CommentContent content = content(event);
    return CompiledComment.newBuilder()
        .setComment(event.getComment())
        .setRevision(event.getRevision())
        .setStanding(content == null ? Standing.WITHDRAWN : Standing.STANDING)
        .setConsultation(event.getConsultation())
        .setRound(event.getRound())
        .setLate(event.getLate())
        .setSubmittedAt(submittedAt)
        .setReceivedAt(event.getReceivedAt())
        .setAuthor(event.getAuthor())
        .setTarget(event.getTarget())
        .setContent(content)
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
