package io.rapporteur.aggregation.board;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Comments received on one item: not a vote. A joint comment counts once, for the class and group
 * of who leads it; that of a group is one voice.
 *
 * @param number running number within the consultation
 * @param reference for people: {@code 13(jj)}
 * @param received how many comments
 * @param positions how many state each position, {@code not-stated} where none was given
 * @param classes positions by class of participant
 * @param regionalGroups positions by regional group of the participant at the time
 * @param silent how many participants of each class neither commented nor joined: nothing follows
 *     from it
 */
public record ItemTally(
    String recommendation,
    int number,
    String reference,
    int received,
    Map<String, Long> positions,
    Map<String, Map<String, Long>> classes,
    Map<String, Map<String, Long>> regionalGroups,
    Map<String, Long> silent) {

  /**
   * Counts.
   *
   * @param comments on the item, as they stand
   * @param participants all who may comment: class by code
   */
  public static ItemTally of(Item item, List<Comment> comments, Map<String, String> participants) {
    return new ItemTally(
        item.id(),
        item.number(),
        item.referable().shown(),
        comments.size(),
        positions(comments),
        by(comment -> Stream.of(comment.participantClass()), comments),
        by(comment -> comment.regionalGroup().stream(), comments),
        silent(comments, participants));
  }

  private static Map<String, Map<String, Long>> by(
      Function<Comment, Stream<String>> group, List<Comment> comments) {
    Map<String, List<Comment>> grouped = new TreeMap<>();
    comments.forEach(
        comment ->
            group
                .apply(comment)
                .forEach(
                    name -> grouped.computeIfAbsent(name, n -> new ArrayList<>()).add(comment)));
    Map<String, Map<String, Long>> counted = new TreeMap<>();
    grouped.forEach((name, members) -> counted.put(name, positions(members)));
    return counted;
  }

  private static Map<String, Long> positions(Collection<Comment> comments) {
    Map<String, Long> positions = new TreeMap<>();
    Comment.POSITIONS.forEach(position -> positions.put(position, 0L));
    comments.forEach(comment -> positions.merge(comment.saying().position(), 1L, Long::sum));
    return positions;
  }

  private static Map<String, Long> silent(
      List<Comment> comments, Map<String, String> participants) {
    Set<String> spoke = new HashSet<>();
    comments.forEach(
        comment -> {
          spoke.add(comment.participant());
          comment.coSponsors().forEach(joined -> spoke.add(joined.participant()));
        });
    Map<String, Long> silent = new TreeMap<>();
    participants.forEach(
        (code, participantClass) ->
            silent.merge(participantClass, spoke.contains(code) ? 0L : 1L, Long::sum));
    return silent;
  }
}
