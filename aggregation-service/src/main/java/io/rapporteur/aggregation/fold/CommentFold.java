package io.rapporteur.aggregation.fold;

import io.rapporteur.events.CoSponsorInvited;
import io.rapporteur.events.CoSponsorJoined;
import io.rapporteur.events.CoSponsorLeft;
import io.rapporteur.events.CommentContent;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.events.CommentRevised;
import io.rapporteur.events.CommentSubmitted;
import io.rapporteur.events.CommentWithdrawn;
import io.rapporteur.events.LateTextDecided;
import io.rapporteur.schemas.joint.JointText;
import io.rapporteur.schemas.revision.RevisionRule;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.FoldedComment;
import io.rapporteur.states.LogPlace;
import io.rapporteur.states.Standing;
import io.rapporteur.states.TallyChange;
import java.time.Instant;
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
  private @Nullable KeyValueStore<Integer, LogPlace> places;

  @Override
  public void init(ProcessorContext<String, CountedRevision> context) {
    super.init(context);
    store = context.getStateStore(CompilationTopology.FOLDED);
    places = context.getStateStore(CompilationTopology.PLACE);
  }

  @Override
  public void process(Record<String, CommentEvent> record) {
    KeyValueStore<String, FoldedComment> folded = Objects.requireNonNull(store);
    CommentEvent event = record.value();
    LogPlace place = place(event);
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
                    new CountedRevision(
                        compiled(event, after, place), change(event, before, after))));
  }

  /** Every record has a place, void ones too: a cut is one of the log, not of what counts. */
  private LogPlace place(CommentEvent event) {
    KeyValueStore<Integer, LogPlace> known = Objects.requireNonNull(places);
    int partition = context().recordMetadata().orElseThrow().partition();
    @Nullable LogPlace before = known.get(partition);
    Instant received = event.getReceivedAt();
    LogPlace place =
        before == null
            ? new LogPlace(partition, 0L, received)
            : new LogPlace(
                partition,
                before.getRank() + 1,
                received.isAfter(before.getReceivedUpTo()) ? received : before.getReceivedUpTo());
    known.put(partition, place);
    return place;
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

  private static CompiledComment compiled(CommentEvent event, FoldedComment after, LogPlace place) {
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
        .setAct(act(event))
        .setActor(actor(event))
        .setReceipt(event.getReceipt())
        .setPlace(place)
        .build();
  }

  private static String act(CommentEvent event) {
    return switch (event.getFact()) {
      case CommentSubmitted submitted -> "submitted";
      case CommentRevised revised -> "revised";
      case CommentWithdrawn withdrawn -> "withdrawn";
      case CoSponsorInvited invited -> "invited";
      case CoSponsorJoined joined -> "joined";
      case CoSponsorLeft left -> "left";
      case LateTextDecided decided -> decided.getAccepted() ? "late-accepted" : "late-refused";
      default -> throw new IllegalStateException("fact: unknown (expected: one of the union)");
    };
  }

  private static @Nullable String actor(CommentEvent event) {
    return switch (event.getFact()) {
      case CoSponsorJoined joined -> joined.getCoSponsor().getParticipant();
      case CoSponsorLeft left -> left.getCoSponsor();
      case LateTextDecided decided -> null;
      default -> event.getAuthor().getParticipant();
    };
  }

  private static @Nullable CommentContent content(CommentEvent event) {
    return switch (event.getFact()) {
      case CommentSubmitted submitted -> submitted.getContent();
      case CommentRevised revised -> revised.getContent();
      default -> null;
    };
  }
}
