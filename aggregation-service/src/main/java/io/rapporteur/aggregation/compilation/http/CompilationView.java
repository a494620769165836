package io.rapporteur.aggregation.compilation.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The compilation as a caller may see it: general comments first, then the order of the text, then
 * by participant in the house order.
 *
 * <p>Comments are made when they are written: no more than one of their texts is held at a time.
 *
 * @param visibility {@code secretariat}, {@code granted}, {@code own}, {@code sealed}, {@code
 *     participants}, {@code published} or {@code as-received}
 * @param edition the edition shown, if any; {@code as-received} where comments are posted so
 * @param notices sentences that travel with every item and comment
 * @param entries of the consolidated draft, those that somebody commented on; none, if nobody did
 * @param late received after the deadline and waiting for a decision
 * @param since what became of comments since the edition shown
 * @param asOf which state of the log it is, for those who see all
 * @param digest over the comments that this caller sees, on whatever page
 * @param next cursor of the next page; none after the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CompilationView(
    String consultation,
    Map<String, String> titles,
    String visibility,
    @Nullable String edition,
    @Nullable AsOfView asOf,
    String language,
    List<String> notices,
    Iterable<CommentView> general,
    List<SectionView> sections,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DraftEntryView> entries,
    Iterable<CommentView> late,
    List<NoticeView> since,
    String digest,
    @Nullable String next) {

  /**
   * A state of the log.
   *
   * @param time that was asked for
   * @param cut name of the state, to ask for it again
   * @param provisional a comment of that time may still be on its way
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AsOfView(@Nullable Instant time, String cut, boolean provisional) {

    static AsOfView of(Looking.AsOf asOf) {
      return new AsOfView(asOf.time().orElse(null), asOf.cut().name(), asOf.provisional());
    }
  }

  /**
   * What became of a published comment since its edition.
   *
   * @param kind {@code withdrawn} or {@code revised}
   * @param notice a neutral sentence
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NoticeView(
      String comment,
      String participant,
      String name,
      @Nullable String document,
      @Nullable String section,
      @Nullable String recommendation,
      @Nullable String entry,
      String kind,
      String notice) {}

  /** A section with the comments on it and on its items. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SectionView(
      String id,
      Map<String, String> headings,
      @Nullable String agendaItem,
      Map<String, String> disclaimers,
      Iterable<CommentView> comments,
      List<ItemView> recommendations) {}

  /**
   * An entry of the consolidated draft, as it was circulated last, with the comments on it.
   *
   * @param number what it is called: entry 12
   * @param version last version of the draft that holds it
   * @param language that leads
   */
  record DraftEntryView(
      String id,
      int number,
      int version,
      Map<String, String> texts,
      String language,
      Iterable<CommentView> comments) {}

  /**
   * A recommendation with the comments on it.
   *
   * @param reference for people: {@code 13(jj)}, after the document's short name where the
   *     consultation has several
   * @param into id of the item that it was merged into; its comments stand there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ItemView(
      String id,
      int number,
      String reference,
      String document,
      String symbol,
      String paragraph,
      String label,
      String printedLabel,
      int version,
      Map<String, String> texts,
      boolean machineRead,
      String status,
      @Nullable String into,
      Iterable<CommentView> comments) {}
}
