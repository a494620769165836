package io.rapporteur.aggregation.paper.akn;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What recommendations and their sections are called in Akoma Ntoso for the United Nations: {@code
 * para_13__list_1__point_jj}. A document beside others stands before it as a part.
 */
final class ItemIds {

  private static final String LIST = "__list_1";
  private static final Pattern PARAGRAPH = Pattern.compile("[0-9]+");
  private static final Pattern ARTICLE = Pattern.compile("art([0-9]+)(?:[.]([0-9]+))?");
  private static final Pattern PART = Pattern.compile("([a-z]{1,5})(?:[.]([0-9]+))?");
  private static final String PREAMBLE = "preamble";
  private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9.-]");

  private ItemIds() {}

  /**
   * The paragraph under which a section's items stand.
   *
   * @param before id of the document's part, with its separator; empty if there is one document
   */
  static String section(String before, String paragraph) {
    if (paragraph.equals(PREAMBLE)) {
      return before + PREAMBLE;
    }
    if (PARAGRAPH.matcher(paragraph).matches()) {
      return before + "para_" + paragraph;
    }
    Matcher article = ARTICLE.matcher(paragraph);
    if (article.matches()) {
      return before + within("art_", article);
    }
    Matcher part = PART.matcher(paragraph);
    return before
        + (part.matches()
            ? within("part_", part)
            : "sec_" + STRANGE.matcher(paragraph).replaceAll("-"));
  }

  /** The list of a section. */
  static String list(String section) {
    return section + LIST;
  }

  /** A recommendation within its section, by its label: as it stands, or as its id has it. */
  static String item(String section, String label) {
    String element = section.endsWith(PREAMBLE) ? "item" : "point";
    var id = new StringBuilder(section);
    for (String number : label.split("[.]", -1)) {
      id.append(LIST).append("__").append(element).append('_');
      id.append(STRANGE.matcher(number).replaceAll("-"));
    }
    return id.toString();
  }

  private static String within(String element, Matcher name) {
    String paragraph = name.group(2);
    return element + name.group(1) + (paragraph == null ? "" : "__para_" + paragraph);
  }
}
