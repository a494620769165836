package io.rapporteur.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts the footnotes of a page from what is above them: the lines at its foot in smaller type, the
 * first of which begins with a marker, or goes on from a footnote of the page before. Stateless.
 *
 * @param body lines above
 * @param notes whole footnotes, or the rest of one
 */
record FootOfPage(List<PrintedLine> body, List<Note> notes) {

  private static final float SMALLER = 0.93f;
  private static final Pattern MARKER =
      Pattern.compile("^(?:([⁰¹²³⁴⁵⁶⁷⁸⁹]+)|\\(?(\\p{Nd}{1,3})\\)?|([*†‡]+))\\s*(?=\\S)");
  private static final Pattern RULE = Pattern.compile("^[_\\u2014\\u2015\\u2500-]{5,}$");

  /**
   * A footnote.
   *
   * @param marker in digits, or its sign; empty for the rest of one of the page before
   */
  record Note(String marker, List<String> lines) {}

  static FootOfPage of(List<PrintedLine> page, float bodySize) {
    int from = page.size();
    while (from > 0 && isSmall(page.get(from - 1), bodySize)) {
      from--;
    }
    boolean allSmall = from == 0;
    List<PrintedLine> foot = page.subList(from, page.size());
    int first = firstMarked(foot);
    if (first < 0 || allSmall && first > 0) {
      return new FootOfPage(List.copyOf(page), List.of());
    }
    List<Note> notes = new ArrayList<>();
    boolean raised = foot.get(first).startsRaised();
    for (PrintedLine line : foot) {
      Matcher marker = MARKER.matcher(line.text());
      if (RULE.matcher(line.text()).matches()) {
        continue;
      }
      if (marker.find() && (!raised || line.startsRaised() || marker.group(3) != null)) {
        List<String> lines = new ArrayList<>();
        lines.add(line.text().substring(marker.end()));
        notes.add(new Note(marker(marker), lines));
      } else if (notes.isEmpty()) {
        notes.add(new Note("", new ArrayList<>(List.of(line.text()))));
      } else {
        notes.getLast().lines().add(line.text());
      }
    }
    return new FootOfPage(List.copyOf(page.subList(0, from)), notes);
  }

  private static boolean isSmall(PrintedLine line, float bodySize) {
    return line.size() < bodySize * SMALLER || RULE.matcher(line.text()).matches();
  }

  private static int firstMarked(List<PrintedLine> foot) {
    for (int i = 0; i < foot.size(); i++) {
      if (MARKER.matcher(foot.get(i).text()).find()) {
        return i;
      }
    }
    return -1;
  }

  private static String marker(Matcher marker) {
    return marker.group(3) != null ? marker.group(3) : Superscript.plain(marker.group());
  }
}
