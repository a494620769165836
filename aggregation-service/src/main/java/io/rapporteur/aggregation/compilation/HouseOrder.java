package io.rapporteur.aggregation.compilation;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import io.rapporteur.aggregation.compilation.Comment.CoSponsor;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;

/**
 * The order of participants in every list: by class (Member States, non-member observer States,
 * intergovernmental organizations and United Nations entities, others), then alphabetical in the
 * language of the page; in Arabic without the leading article. Never by code, never by support.
 * Paragraph 67 of the seed report follows exactly this.
 */
public final class HouseOrder {

  private static final Map<String, Integer> RANK =
      Map.of(
          "member-state", 0,
          "non-member-observer-state", 1,
          "intergovernmental-organization", 2,
          "un-entity", 2);

  private static final int OTHERS = 3;
  private static final String ARTICLE = "ال";

  private final String language;
  private final Map<String, String> names;
  private final Collator collator;

  /**
   * @param language of the page
   * @param names printed names by participant code, in that language
   */
  public HouseOrder(String language, Map<String, String> names) {
    this.language = language;
    this.names = Map.copyOf(names);
    // Frozen, a collator may be shared between threads.
    this.collator =
        ((RuleBasedCollator) Collator.getInstance(ULocale.forLanguageTag(language))).freeze();
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
    return Comparator.<T>comparingInt(
            each -> RANK.getOrDefault(participantClass.apply(each), OTHERS))
        .thenComparing(each -> name(participant.apply(each)), this::compareNames)
        .thenComparing(participant);
  }

  /** Compares two printed names. */
  public int compareNames(String one, String other) {
    return collator.compare(filed(one), filed(other));
  }

  /** The printed name of a participant; its code if the table has none. */
  public String name(String participant) {
    return names.getOrDefault(participant, participant);
  }

  /** The name under which it is filed. */
  private String filed(String name) {
    return language.equals("ar") && name.startsWith(ARTICLE)
        ? name.substring(ARTICLE.length())
        : name;
  }
}
