package io.rapporteur.aggregation.rolling.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.http.Looking.Look;
import io.rapporteur.aggregation.rolling.Piece;
import io.rapporteur.aggregation.rolling.Proposal;
import io.rapporteur.aggregation.rolling.RollingItem;
import io.rapporteur.aggregation.rolling.RollingItem.Near;
import io.rapporteur.aggregation.rolling.Sponsor;
import io.rapporteur.schemas.http.Notices;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rolling text, item by item in the order of the text.
 *
 * @param visibility as in the compilation
 * @param cut of which state of the log it is, for those who see everything
 * @param threshold from which texts are labelled as near-duplicates
 * @param rules when texts are one, and when they are near-duplicates
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RollingTextView(
    String consultation,
    String language,
    String visibility,
    @Nullable String edition,
    @Nullable String cut,
    double threshold,
    List<String> rules,
    List<String> notices,
    List<ItemView> items) {

  private static final String PENDING = "original, translation pending";

  private static final List<String> RULES =
      List.of(
          "identical: the same characters after composition (Unicode NFC) and with each run of"
              + " white space as one space",
          "near: at least as similar as the threshold, directly or by others: twice the characters"
              + " of the words that the difference leaves the same, of the characters of both; a"
              + " label, which the secretariat may change",
          "brackets: proposals on the version that stands, by words, in the house order");

  private static final String NOT_ADOPTED =
      "Made of preliminary conclusions and recommendations and of what is proposed on them; nothing"
          + " in it has been adopted, and the number of sponsors is not a vote.";

  static RollingTextView of(
      Consultation consultation,
      Look look,
      String language,
      double threshold,
      List<RollingItem> items) {
    List<String> notices = new ArrayList<>();
    if (items.stream().anyMatch(each -> each.item().machineRead())) {
      notices.add(Notices.MACHINE_READ);
    }
    notices.add(NOT_ADOPTED);
    notices.add(Notices.AS_RECEIVED);
    return new RollingTextView(
        consultation.id(),
        language,
        look.sight().visibility(),
        look.sight().edition().orElse(null),
        look.asOf().map(asOf -> asOf.cut().name()).orElse(null),
        threshold,
        RULES,
        notices,
        items.stream().map(ItemView::of).toList());
  }

  /**
   * An item.
   *
   * @param text as it stands; absent if it is not there in the language
   * @param bracketed the text with all that is proposed on it
   * @param pieces the same, to be laid out
   * @param compared whether near-duplicates were looked for
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ItemView(
      String recommendation,
      int number,
      String reference,
      int version,
      String status,
      @Nullable String text,
      @Nullable String bracketed,
      List<PieceView> pieces,
      List<ProposalView> proposals,
      List<PendingView> pending,
      boolean compared) {

    static ItemView of(RollingItem rolling) {
      return new ItemView(
          rolling.item().id(),
          rolling.item().number(),
          rolling.item().referable().shown(),
          rolling.item().version(),
          rolling.item().status(),
          rolling.text().orElse(null),
          rolling.bracketed().orElse(null),
          rolling.pieces().stream().map(PieceView::of).toList(),
          rolling.proposed().stream().map(ProposalView::of).toList(),
          rolling.others().stream()
              .map(other -> PendingView.of(other, rolling.language()))
              .toList(),
          rolling.compared());
    }
  }

  /**
   * A stretch of the text.
   *
   * @param alternatives what is proposed in its place; absent where nothing is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PieceView(String text, @Nullable List<AlternativeView> alternatives) {

    static PieceView of(Piece piece) {
      return switch (piece) {
        case Piece.Agreed(String text) -> new PieceView(text, null);
        case Piece.Contested(String text, List<Piece.Alternative> alternatives) ->
            new PieceView(
                text,
                alternatives.stream()
                    .map(each -> new AlternativeView(each.text(), each.sponsors()))
                    .toList());
      };
    }
  }

  /** What is proposed in the place of a stretch; empty where it is to be deleted. */
  record AlternativeView(String text, List<Sponsor> sponsors) {}

  /**
   * A proposed text with all who propose it.
   *
   * @param id by which its group is changed
   * @param inBrackets whether it is on the version that stands, and so in the brackets
   * @param translation that it is the secretariat's translation of what they wrote; absent if it is
   *     what they wrote
   * @param near label that it shares with others that are near to it
   * @param nearBy {@code computed} or {@code secretariat}
   * @param nearFrom the threshold of that label: the one asked for, or the one that was recorded
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProposalView(
      String id,
      String text,
      List<Sponsor> sponsors,
      List<String> comments,
      boolean inBrackets,
      @Nullable TranslationView translation,
      @Nullable String near,
      @Nullable String nearBy,
      @Nullable Double nearFrom) {

    static ProposalView of(RollingItem.Proposed proposed) {
      Proposal proposal = proposed.proposal();
      return new ProposalView(
          proposal.id(),
          proposal.text(),
          proposal.sponsors(),
          ids(proposal),
          proposal.current(),
          proposal
              .original()
              .map(of -> new TranslationView(of.language(), of.text(), Notices.TRANSLATED))
              .orElse(null),
          proposed.near().map(Near::label).orElse(null),
          proposed.near().map(n -> n.bySecretariat() ? "secretariat" : "computed").orElse(null),
          proposed.near().map(Near::threshold).orElse(null));
    }
  }

  /**
   * That a text is a courtesy translation of the secretariat.
   *
   * @param original language of what they wrote
   * @param text that they wrote
   */
  record TranslationView(String original, String text, String notice) {}

  /**
   * A proposed text in another language.
   *
   * @param status that its translation is pending
   * @param courtesyTranslations of the comments that propose it, not of the text itself
   */
  record PendingView(
      String language,
      String text,
      List<Sponsor> sponsors,
      List<String> comments,
      String status,
      List<CourtesyView> courtesyTranslations) {

    static PendingView of(Proposal proposal, String language) {
      return new PendingView(
          proposal.language(),
          proposal.text(),
          proposal.sponsors(),
          ids(proposal),
          PENDING,
          proposal.comments().stream()
              .flatMap(
                  comment ->
                      comment.said().translations().stream()
                          .filter(translation -> translation.language().equals(language))
                          .map(
                              translation ->
                                  new CourtesyView(
                                      comment.id(),
                                      translation.text(),
                                      translation.author(),
                                      true)))
              .toList());
    }
  }

  /** An unofficial translation of a comment. */
  record CourtesyView(String comment, String text, String author, boolean unofficial) {}

  private static List<String> ids(Proposal proposal) {
    return proposal.comments().stream().map(Comment::id).toList();
  }
}
