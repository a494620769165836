package io.rapporteur.aggregation.fold;

import io.rapporteur.events.Author;
import io.rapporteur.events.CoSponsorInvited;
import io.rapporteur.events.CoSponsorJoined;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.events.CommentRevised;
import io.rapporteur.events.CommentSubmitted;
import io.rapporteur.events.Position;
import io.rapporteur.schemas.joint.JointText;
import io.rapporteur.schemas.joint.JointText.Arrival;
import io.rapporteur.schemas.topics.Deeds;
import io.rapporteur.states.FoldedCoSponsor;
import io.rapporteur.states.FoldedComment;
import io.rapporteur.states.FoldedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rule of {@link JointText} on the records that the fold keeps. Pure. */
final class FoldingComments {

  private FoldingComments() {}

  /** What stands after one more counted event. */
  static FoldedComment after(Optional<FoldedComment> before, CommentEvent event) {
    JointText text =
        before
            .map(FoldingComments::text)
            .orElse(JointText.NOTHING)
            .after(event.getRevision(), Deeds.of(event));
    Map<Integer, @Nullable Position> positions = positions(before, event);
    Map<String, Author> authors = authors(before, event);
    Instant submittedAt = before.map(FoldedComment::getSubmittedAt).orElse(event.getReceivedAt());
    List<FoldedText> texts = new ArrayList<>();
    text.texts()
        .forEach(
            (revision, arrival) ->
                texts.add(
                    new FoldedText(
                        revision,
                        io.rapporteur.states.Arrival.valueOf(arrival.name()),
                        positions.get(revision))));
    List<FoldedCoSponsor> coSponsors = new ArrayList<>();
    text.coSponsors()
        .forEach(
            (code, joined) ->
                Optional.ofNullable(authors.get(code))
                    .ifPresent(
                        author ->
                            coSponsors.add(new FoldedCoSponsor(author, List.copyOf(joined)))));
    return new FoldedComment(
        event.getRevision(),
        submittedAt,
        text.inForce() != JointText.NONE,
        positions.get(text.inForce()),
        text.last(),
        text.inForce(),
        texts,
        coSponsors);
  }

  /** Those who joined the text in force. */
  static List<Author> standing(FoldedComment folded) {
    return folded.getCoSponsors().stream()
        .filter(sponsor -> sponsor.getJoined().contains(folded.getInForce()))
        .map(FoldedCoSponsor::getAuthor)
        .toList();
  }

  /** The last text, if it came late and waits for a decision. */
  static int waiting(FoldedComment folded) {
    return text(folded).waiting();
  }

  private static JointText text(FoldedComment folded) {
    SortedMap<Integer, Arrival> texts = new TreeMap<>();
    folded
        .getTexts()
        .forEach(text -> texts.put(text.getRevision(), Arrival.valueOf(text.getArrival().name())));
    SortedMap<String, SortedSet<Integer>> joined = new TreeMap<>();
    folded
        .getCoSponsors()
        .forEach(
            sponsor ->
                joined.put(
                    sponsor.getAuthor().getParticipant(), new TreeSet<>(sponsor.getJoined())));
    return new JointText(folded.getLast(), folded.getInForce(), texts, joined);
  }

  private static Map<Integer, @Nullable Position> positions(
      Optional<FoldedComment> before, CommentEvent event) {
    Map<Integer, @Nullable Position> positions = new HashMap<>();
    before.ifPresent(
        folded ->
            folded
                .getTexts()
                .forEach(text -> positions.put(text.getRevision(), text.getPosition())));
    switch (event.getFact()) {
      case CommentSubmitted submitted ->
          positions.put(event.getRevision(), submitted.getContent().getPosition());
      case CommentRevised revised ->
          positions.put(event.getRevision(), revised.getContent().getPosition());
      default -> {}
    }
    return positions;
  }

  private static Map<String, Author> authors(Optional<FoldedComment> before, CommentEvent event) {
    Map<String, Author> authors = new HashMap<>();
    before.ifPresent(
        folded ->
            folded
                .getCoSponsors()
                .forEach(
                    sponsor ->
                        authors.put(sponsor.getAuthor().getParticipant(), sponsor.getAuthor())));
    switch (event.getFact()) {
      case CommentSubmitted submitted ->
          submitted.getInvited().forEach(each -> authors.putIfAbsent(each.getParticipant(), each));
      case CommentRevised revised ->
          revised.getInvited().forEach(each -> authors.putIfAbsent(each.getParticipant(), each));
      case CoSponsorInvited invited ->
          authors.putIfAbsent(invited.getCoSponsor().getParticipant(), invited.getCoSponsor());
      case CoSponsorJoined joined ->
          authors.put(joined.getCoSponsor().getParticipant(), joined.getCoSponsor());
      default -> {}
    }
    return authors;
  }
}
