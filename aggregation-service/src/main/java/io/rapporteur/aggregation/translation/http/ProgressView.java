package io.rapporteur.aggregation.translation.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.translation.Progress;
import io.rapporteur.aggregation.translation.Progress.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the comments of a consultation are translated, for the secretariat.
 *
 * @param texts that stand, or wait for a decision
 * @param comments one page of them, by id
 * @param next where the next page begins; none if this is the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProgressView(
    String consultation,
    int texts,
    List<LanguageView> languages,
    List<TextView> comments,
    @Nullable String next) {

  /** How many texts stand how in a language. */
  record LanguageView(
      String language,
      long original,
      long byAuthor,
      long bySecretariat,
      long toBeMadeAnew,
      long missing) {

    static LanguageView of(String language, List<Progress> all) {
      return new LanguageView(
          language,
          count(all, language, State.ORIGINAL),
          count(all, language, State.BY_AUTHOR),
          count(all, language, State.BY_SECRETARIAT),
          count(all, language, State.TO_BE_MADE_ANEW),
          count(all, language, State.MISSING));
    }

    private static long count(List<Progress> all, String language, State state) {
      return all.stream().filter(each -> each.byLanguage().get(language) == state).count();
    }
  }

  /**
   * A text.
   *
   * @param commentRevision that made it
   * @param original its language
   * @param characters of all that is to be translated
   * @param revision of the row of its translations
   * @param leavesOut number of the redaction that a translation must leave out
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TextView(
      String comment,
      int commentRevision,
      String original,
      int characters,
      int revision,
      @Nullable Integer leavesOut,
      List<String> byAuthor,
      List<String> bySecretariat,
      List<String> toBeMadeAnew,
      List<String> missing) {

    static TextView of(Progress progress, List<String> languages) {
      return new TextView(
          progress.comment().id(),
          progress.comment().revision(),
          progress.comment().saying().language(),
          progress.characters(),
          progress.row(),
          progress.leavesOut() > 0 ? progress.leavesOut() : null,
          in(progress, languages, State.BY_AUTHOR),
          in(progress, languages, State.BY_SECRETARIAT),
          in(progress, languages, State.TO_BE_MADE_ANEW),
          in(progress, languages, State.MISSING));
    }

    private static List<String> in(Progress progress, List<String> languages, State state) {
      return languages.stream().filter(each -> progress.byLanguage().get(each) == state).toList();
    }
  }
}
