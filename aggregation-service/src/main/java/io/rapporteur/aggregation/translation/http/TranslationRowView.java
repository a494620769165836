package io.rapporteur.aggregation.translation.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.redaction.http.NeededView;
import io.rapporteur.aggregation.secretariat.Step;
import io.rapporteur.aggregation.translation.Translated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The translations of a comment that stand, for the secretariat.
 *
 * @param revision of the row; it goes into {@code If-Match}
 * @param needs the edition with which the public reads it so; none if it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TranslationRowView(
    String consultation,
    String comment,
    int revision,
    List<TranslationView> translations,
    @Nullable NeededView needs) {

  /**
   * Shows a row.
   *
   * @param redaction number of the last redaction of the text of a revision
   */
  static TranslationRowView of(
      String consultation,
      String comment,
      List<Step> row,
      IntUnaryOperator redaction,
      Optional<NeededView> needs) {
    Translated translated = Translated.of(row);
    List<TranslationView> shown = new ArrayList<>();
    for (int of : texts(row)) {
      translated
          .standing(of)
          .values()
          .forEach(each -> shown.add(TranslationView.of(each, redaction.applyAsInt(of))));
    }
    return new TranslationRowView(
        consultation, comment, translated.revision(), shown, needs.orElse(null));
  }

  /** The texts that a row is on. */
  private static SortedSet<Integer> texts(List<Step> row) {
    SortedSet<Integer> texts = new TreeSet<>();
    for (Step step : row) {
      if (step.fact() instanceof Step.TranslationMade made) {
        texts.add(made.of());
      }
    }
    return texts;
  }

  /**
   * A translation.
   *
   * @param commentRevision that made the text
   * @param leavesOut number of the redaction that it leaves out, if it does
   * @param toBeMadeAnew there, and true, if something was redacted since: who reads marks does not
   *     read it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TranslationView(
      int commentRevision,
      String language,
      String text,
      @Nullable String proposedText,
      @Nullable String rationale,
      @Nullable Integer leavesOut,
      @Nullable Boolean toBeMadeAnew,
      Instant recordedAt,
      String recordedBy) {

    static TranslationView of(Translated.Standing standing, int redaction) {
      Step.TranslationMade made = standing.made();
      return new TranslationView(
          made.of(),
          made.language(),
          made.text(),
          made.proposedText().orElse(null),
          made.rationale().orElse(null),
          made.leavesOut() > 0 ? made.leavesOut() : null,
          made.leavesOut() < redaction ? true : null,
          standing.at(),
          standing.by());
    }
  }
}
