package io.rapporteur.aggregation.compilation;

import io.rapporteur.aggregation.compilation.Comment.CoSponsor;
import io.rapporteur.schemas.names.PrintedOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;

/**
 * The order of comments, and of those who joined them, on one page: that of their participants
 * under the names that the page prints ({@link PrintedOrder}), then by time. Immutable.
 */
public final class HouseOrder {

  private final Map<String, String> names;
  private final PrintedOrder order;

  /**
   * @param language of the page
   * @param names printed names by participant code, in that language
   */
  public HouseOrder(String language, Map<String, String> names) {
    this.names = Map.copyOf(names);
    this.order = new PrintedOrder(language);
  }

  /** What the order goes by. */
  public record Filed(
      String participantClass, String participant, Instant submittedAt, String comment) {

    /** Of a comment. */
    public static Filed of(Comment comment) {
      return new Filed(
          comment.participantClass(), comment.participant(), comment.submittedAt(), comment.id());
    }
  }

  /** Orders comments by participant, those of one participant by the time of their submission. */
  public Comparator<Comment> comments() {
    return Comparator.comparing(Filed::of, filed());
  }

  /** The order of comments, by what it goes by. */
  public Comparator<Filed> filed() {
    return by(Filed::participantClass, Filed::participant)
        .thenComparing(Filed::submittedAt)
        .thenComparing(Filed::comment);
  }

  /** Orders those who joined a comment. */
  public Comparator<CoSponsor> coSponsors() {
    return by(CoSponsor::participantClass, CoSponsor::participant);
  }

  private <T> Comparator<T> by(
      Function<T, String> participantClass, Function<T, String> participant) {
    return order.by(participantClass, each -> name(participant.apply(each)), participant);
  }

  /** The printed name of a participant; its code if the table has none. */
  public String name(String participant) {
    return names.getOrDefault(participant, participant);
  }
}
