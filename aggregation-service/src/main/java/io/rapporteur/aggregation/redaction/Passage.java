package io.rapporteur.aggregation.redaction;

import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Content.Translation;
import io.rapporteur.aggregation.compilation.Redaction.Field;
import io.rapporteur.aggregation.compilation.Redaction.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a request names as to be redacted: words wherever they stand, words in one field, a place in
 * a field, or a whole field.
 *
 * @param field in which; empty for all
 * @param of language of the translation, or id of the attachment; empty for all
 * @param exact the words
 * @param from how many characters stand before it; only with a field and without words
 * @param to how many stand before what follows it
 */
public record Passage(
    Optional<Field> field,
    Optional<String> of,
    Optional<String> exact,
    Optional<Integer> from,
    Optional<Integer> to) {

  /** A field of a text. */
  record Place(Field field, Optional<String> of, String text) {

    /** All of it. */
    Stretch whole() {
      return new Stretch(field, of, 0, text.codePointCount(0, text.length()));
    }
  }

  /**
   * The parts of a text that it means; none if it is not there. A translation of the secretariat in
   * which it finds something is meant whole: where words stand in it changes when it is made anew.
   */
  public List<Stretch> in(Content said) {
    List<Stretch> stretches = new ArrayList<>();
    for (Place place : places(said)) {
      if (field.filter(named -> named != place.field()).isEmpty()
          && (of.isEmpty() || of.equals(place.of()))) {
        exact.ifPresentOrElse(
            words -> words(place, words, stretches), () -> offsets(place, stretches));
      }
    }
    said.translations().stream()
        .filter(Translation::bySecretariat)
        .forEach(translation -> added(translation, stretches));
    return stretches;
  }

  private void added(Translation translation, List<Stretch> stretches) {
    var place =
        new Place(Field.TRANSLATION, Optional.of(translation.language()), translation.text());
    boolean named =
        field.filter(f -> f != Field.TRANSLATION).isEmpty()
            && (of.isEmpty() || of.equals(place.of()));
    if (named
        && exact
            .map(words -> translation.texts().stream().anyMatch(text -> text.contains(words)))
            .orElse(true)) {
      stretches.add(place.whole());
    }
  }

  private void offsets(Place place, List<Stretch> stretches) {
    int length = place.text().codePointCount(0, place.text().length());
    int begin = from.orElse(0);
    int end = to.orElse(length);
    if (begin < end && end <= length) {
      stretches.add(new Stretch(place.field(), place.of(), begin, end));
    }
  }

  /** Wherever they stand, also where they overlap themselves. */
  private static void words(Place place, String words, List<Stretch> stretches) {
    String text = place.text();
    int length = words.codePointCount(0, words.length());
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      int begin = text.codePointCount(0, at);
      stretches.add(new Stretch(place.field(), place.of(), begin, begin + length));
    }
  }

  private static List<Place> places(Content said) {
    List<Place> places = new ArrayList<>();
    places.add(new Place(Field.TEXT, Optional.empty(), said.text()));
    said.translations().stream()
        .filter(each -> !each.bySecretariat())
        .forEach(
            each ->
                places.add(
                    new Place(Field.TRANSLATION, Optional.of(each.language()), each.text())));
    said.proposedText()
        .ifPresent(text -> places.add(new Place(Field.PROPOSED_TEXT, Optional.empty(), text)));
    said.rationale()
        .ifPresent(text -> places.add(new Place(Field.RATIONALE, Optional.empty(), text)));
    said.quotation()
        .ifPresent(text -> places.add(new Place(Field.QUOTATION, Optional.empty(), text)));
    said.attachments()
        .forEach(
            file ->
                places.add(new Place(Field.ATTACHMENT_NAME, Optional.of(file.id()), file.name())));
    return places;
  }
}
