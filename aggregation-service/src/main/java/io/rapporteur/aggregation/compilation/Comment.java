package io.rapporteur.aggregation.compilation;

import io.rapporteur.schemas.revision.CanonicalJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** All that it says. */
  public record Content(
      String kind,
      String position,
      String text,
      String language,
      List<Translation> translations,
      Optional<String> proposedText,
      Optional<String> proposedTextLanguage,
      Optional<String> rationale,
      Optional<String> quotation,
      List<Attachment> attachments,
      List<Redaction> redactions)
      implements Saying {

    /** Copies the lists. */
    public Content {
      translations = List.copyOf(translations);
      attachments = List.copyOf(attachments);
      redactions = List.copyOf(redactions);
    }

    /** Nothing of which is redacted. */
    public Content(
        String kind,
        String position,
        String text,
        String language,
        List<Translation> translations,
        Optional<String> proposedText,
        Optional<String> proposedTextLanguage,
        Optional<String> rationale,
        Optional<String> quotation,
        List<Attachment> attachments) {
      this(
          kind,
          position,
          text,
          language,
          translations,
          proposedText,
          proposedTextLanguage,
          rationale,
          quotation,
          attachments,
          List.of());
    }

    @Override
    public Content redacted() {
      return RedactedContent.of(this);
    }

    /** The same with these redactions. */
    public Content with(List<Redaction> made) {
      return with(translations, made);
    }

    /** Without the translations that the secretariat added. */
    Content withoutAdded() {
      return with(translations.stream().filter(each -> !each.bySecretariat()).toList(), redactions);
    }

    private Content with(List<Translation> translated, List<Redaction> made) {
      return new Content(
          kind,
          position,
          text,
          language,
          translated,
          proposedText,
          proposedTextLanguage,
          rationale,
          quotation,
          attachments,
          made);
    }

    @Override
    public Content read() {
      return this;
    }

    @Override
    public String mark() {
      return CanonicalJson.digest(List.of(toString()));
    }
  }

  /**
   * A courtesy translation: of its author, or added by the secretariat.
   *
   * @param author who made it
   * @param added what is more in one that the secretariat added; empty in one of its author
   */
  public record Translation(String language, String text, String author, Optional<Added> added) {

    /** The author of those that the secretariat added. */
    public static final String SECRETARIAT = "secretariat";

    /** One that the author of the comment gave with it. */
    public Translation(String language, String text, String author) {
      this(language, text, author, Optional.empty());
    }

    /** Whether the secretariat added it. */
    public boolean bySecretariat() {
      return added.isPresent();
    }

    /** All its texts. */
    public List<String> texts() {
      return Stream.of(
              Optional.of(text),
              added.flatMap(Added::proposedText),
              added.flatMap(Added::rationale))
          .flatMap(Optional::stream)
          .toList();
    }

    /** How long it is, in UTF-16 units. */
    public int length() {
      return texts().stream().mapToInt(String::length).sum();
    }
  }

  /**
   * What a translation of the secretariat has besides the text.
   *
   * @param withheld whether it was made before something was redacted in the text: who reads marks
   *     does not read it
   */
  public record Added(
      Optional<String> proposedText, Optional<String> rationale, boolean withheld) {}

  /** A file that it names; size in bytes. */
  public record Attachment(String id, String name, String mediaType, long size, String sha256) {}

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
