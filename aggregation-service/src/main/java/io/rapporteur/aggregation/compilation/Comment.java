package io.rapporteur.aggregation.compilation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One counted revision of a comment, as the compilation shows it.
 *
 * @param withdrawn the comment is taken back
 * @param late its text was received after the deadline
 * @param entry entry of the consolidated draft that it is on
 * @param draftVersion version of the circulated draft that it addresses
 * @param onBehalfOf code of the group whose voice this is
 * @param coSponsors who joined the text in force
 * @param inForce the revision whose text is in force after this one; 0 if none is
 * @param waiting the revision of a late text that waits for a decision after this one; 0 if none
 * @param participantClass word, for instance {@code member-state}
 * @param position word; {@code not-stated} when none was given
 * @param filing how it stands in the log; empty for what is public
 */
public record Comment(
    String id,
    int revision,
    boolean withdrawn,
    String consultation,
    int round,
    boolean late,
    Instant submittedAt,
    Instant receivedAt,
    String participant,
    String participantClass,
    Optional<String> regionalGroup,
    Optional<String> document,
    Optional<String> section,
    Optional<String> recommendation,
    Optional<Integer> recommendationVersion,
    Optional<String> entry,
    Optional<Integer> draftVersion,
    Optional<String> onBehalfOf,
    List<CoSponsor> coSponsors,
    int inForce,
    int waiting,
    Optional<Saying> content,
    Optional<Filing> filing) {

  /** The kinds of comment. */
  public static final List<String> KINDS =
      List.of("substantive", "technical", "editorial", "translation");

  /** The positions, in the order in which they are shown. */
  public static final List<String> POSITIONS =
      List.of("support", "support-with-changes", "reserve", "object", "no-comment", "not-stated");

  /** Copies the co-sponsors. */
  public Comment {
    coSponsors = List.copyOf(coSponsors);
  }

  /** A comment on no entry of a draft. */
  public Comment(
      String id,
      int revision,
      boolean withdrawn,
      String consultation,
      int round,
      boolean late,
      Instant submittedAt,
      Instant receivedAt,
      String participant,
      String participantClass,
      Optional<String> regionalGroup,
      Optional<String> document,
      Optional<String> section,
      Optional<String> recommendation,
      Optional<Integer> recommendationVersion,
      Optional<String> onBehalfOf,
      List<CoSponsor> coSponsors,
      int inForce,
      int waiting,
      Optional<Saying> content,
      Optional<Filing> filing) {
    this(
        id,
        revision,
        withdrawn,
        consultation,
        round,
        late,
        submittedAt,
        receivedAt,
        participant,
        participantClass,
        regionalGroup,
        document,
        section,
        recommendation,
        recommendationVersion,
        Optional.empty(),
        Optional.empty(),
        onBehalfOf,
        coSponsors,
        inForce,
        waiting,
        content,
        filing);
  }

  /** Who joined, as it stood then. */
  public record CoSponsor(
      String participant, String participantClass, Optional<String> regionalGroup) {}

  /**
   * What it says. A compilation of many comments holds what they are known by; their texts are read
   * when they are asked for, as often as that is.
   */
  public interface Saying {

    /** One of {@link #KINDS}. */
    String kind();

    /** One of {@link #POSITIONS}. */
    String position();

    /** Language of the authentic text. */
    String language();

    /**
     * Parts that others than its author and the secretariat do not read; those who read marks in
     * their place are told the reasons alone.
     */
    List<Redaction> redactions();

    /** All of it. */
    Content read();

    /** Another one whenever the same revision of the same comment says something else. */
    String mark();

    /** Whether there are parts that others do not read, and this holds them. */
    default boolean holdsWhatIsRedacted() {
      return redactions().stream().anyMatch(each -> !each.stretches().isEmpty());
    }

    /** As others read it. */
    default Saying redacted() {
      return holdsWhatIsRedacted() ? new RedactedSaying(this) : this;
    }
  }

  /** The submission that it belongs to, for those who may know. */
  public Optional<String> submission() {
    return filing.flatMap(Filing::submission);
  }

  /** Whether this participant joined it. */
  public boolean isJoinedBy(String code) {
    return coSponsors.stream().anyMatch(each -> each.participant().equals(code));
  }

  /** As the log of comments alone tells it: without the translations that the secretariat added. */
  public Comment withoutAdded() {
    return with(coSponsors, content.map(AsHandedIn::new));
  }

  /** As others than its author and the secretariat read it. */
  public Comment redacted() {
    return content.filter(Saying::holdsWhatIsRedacted).isEmpty()
        ? this
        : with(coSponsors, content.map(Saying::redacted));
  }

  /** The same text with those who joined it, as a later revision tells. */
  Comment with(List<CoSponsor> joined) {
    return with(joined, content);
  }

  private Comment with(List<CoSponsor> joined, Optional<Saying> said) {
    return new Comment(
        id,
        revision,
        withdrawn,
        consultation,
        round,
        late,
        submittedAt,
        receivedAt,
        participant,
        participantClass,
        regionalGroup,
        document,
        section,
        recommendation,
        recommendationVersion,
        entry,
        draftVersion,
        onBehalfOf,
        joined,
        inForce,
        waiting,
        said,
        filing);
  }

  /** Whether it is on the whole, or on a document as one. */
  public boolean isGeneral() {
    return section.isEmpty() && recommendation.isEmpty() && entry.isEmpty();
  }

  /** What it is known by; of a revision that makes a text only. */
  public Saying saying() {
    return content.orElseThrow();
  }

  /** What it says, read anew; of a revision that makes a text only. */
  public Content said() {
    return saying().read();
  }
}
