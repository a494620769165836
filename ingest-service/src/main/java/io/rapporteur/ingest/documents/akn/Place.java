package io.rapporteur.ingest.documents.akn;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a section stands, by the name that the manifest has for it: {@code 13} is a paragraph,
 * {@code a.13} one of a lettered part, {@code art5.2} one of an article, {@code art5} an article,
 * {@code a} a part; {@code preamble} stands before the body. Another name is a section.
 *
 * @param steps outermost first; none for the preamble
 */
record Place(List<Step> steps) {

  private static final Pattern PARAGRAPH = Pattern.compile("[0-9]+");
  private static final Pattern ARTICLE = Pattern.compile("art([0-9]+)(?:[.]([0-9]+))?");
  private static final Pattern PART = Pattern.compile("([a-z]{1,5})(?:[.]([0-9]+))?");
  private static final String PREAMBLE = "preamble";

  /**
   * One element.
   *
   * @param element for instance {@code paragraph}
   * @param shortened as in ids, for instance {@code para}
   */
  record Step(String element, String shortened, String number) {}

  /** The place of a section's paragraph. */
  static Place of(String paragraph) {
    if (paragraph.equals(PREAMBLE)) {
      return new Place(List.of());
    }
    if (PARAGRAPH.matcher(paragraph).matches()) {
      return new Place(List.of(paragraph(paragraph)));
    }
    Matcher article = ARTICLE.matcher(paragraph);
    if (article.matches()) {
      return within(new Step("article", "art", article.group(1)), article);
    }
    Matcher part = PART.matcher(paragraph);
    return part.matches()
        ? within(new Step("part", "part", part.group(1)), part)
        : new Place(List.of(new Step("section", "sec", paragraph)));
  }

  boolean preamble() {
    return steps.isEmpty();
  }

  private static Place within(Step outer, Matcher name) {
    String number = name.group(2);
    return new Place(number == null ? List.of(outer) : List.of(outer, paragraph(number)));
  }

  private static Step paragraph(String number) {
    return new Step("paragraph", "para", number);
  }
}
