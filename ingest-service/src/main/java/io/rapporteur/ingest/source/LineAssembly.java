package io.rapporteur.ingest.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the letters of a page together to lines. Stateless. */
final class LineAssembly {

  /** Letters whose base lines differ by less than this stand on one line. */
  private static final float SAME_LINE = 1.5f;

  /** A raised or lowered letter is at most this much of the size of those beside it. */
  private static final float SMALL = 0.85f;

  private LineAssembly() {}

  private static final class Row {
    private final List<Glyph> glyphs = new ArrayList<>();
    private float y;
    private float size;

    private void settle() {
      y = glyphs.getFirst().y();
      size = mostOf(glyphs);
    }
  }

  static List<PrintedLine> lines(int page, List<Glyph> glyphs) {
    long rightToLeft = glyphs.stream().filter(g -> LogicalOrder.isRightToLeft(g.text())).count();
    long letters =
        glyphs.stream().filter(g -> g.text().codePoints().anyMatch(Character::isLetter)).count();
    List<PrintedLine> lines = new ArrayList<>();
    for (Row row : merged(rows(glyphs))) {
      String text = text(row.glyphs, rightToLeft * 2 > letters);
      if (!text.isEmpty()) {
        lines.add(new PrintedLine(page, row.y, row.size, text));
      }
    }
    return lines;
  }

  /** The size that most letters have, to half a point. */
  static float mostOf(List<Glyph> glyphs) {
    Map<Float, Integer> sizes = new TreeMap<>();
    glyphs.stream()
        .filter(g -> !g.isBlank())
        .forEach(g -> sizes.merge(Math.round(g.size() * 2) / 2f, 1, Integer::sum));
    return sizes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0f);
  }

  private static List<Row> rows(List<Glyph> glyphs) {
    List<Glyph> down = new ArrayList<>(glyphs);
    down.sort(Comparator.comparingDouble(Glyph::y));
    List<Row> rows = new ArrayList<>();
    for (Glyph glyph : down) {
      if (rows.isEmpty() || glyph.y() - rows.getLast().glyphs.getLast().y() > SAME_LINE) {
        rows.add(new Row());
      }
      rows.getLast().glyphs.add(glyph);
    }
    rows.removeIf(r -> r.glyphs.stream().allMatch(Glyph::isBlank));
    rows.forEach(Row::settle);
    return rows;
  }

  /** Raised digits and lowered signs go back to the line that they belong to. */
  private static List<Row> merged(List<Row> rows) {
    List<Row> merged = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Row next = i + 1 < rows.size() ? rows.get(i + 1) : null;
      Row last = merged.isEmpty() ? null : merged.getLast();
      if (next != null && belongs(row, next, next.y - row.y, 0.75f)) {
        row.glyphs.stream()
            .map(g -> g.isDigits() ? g.withText(Superscript.of(g.text())) : g)
            .forEach(next.glyphs::add);
      } else if (last != null && belongs(row, last, row.y - last.y, 0.4f)) {
        last.glyphs.addAll(row.glyphs);
      } else {
        merged.add(row);
      }
    }
    return merged;
  }

  private static boolean belongs(Row small, Row line, float distance, float reach) {
    return small.size <= line.size * SMALL
        && distance < line.size * reach
        && small.glyphs.stream()
            .filter(g -> !g.isBlank())
            .allMatch(g -> line.glyphs.stream().noneMatch(l -> covers(l, g)));
  }

  private static boolean covers(Glyph large, Glyph small) {
    float shared = Math.min(large.end(), small.end()) - Math.max(large.x(), small.x());
    return !large.isBlank() && shared > small.width() * 0.5f;
  }

  private static String text(List<Glyph> glyphs, boolean rightToLeft) {
    List<String> letters = new ArrayList<>();
    Glyph before = null;
    boolean apart = false;
    for (Glyph glyph : clusters(glyphs)) {
      if (glyph.isBlank()) {
        apart = true;
        continue;
      }
      if (before != null) {
        float gap = glyph.x() - before.end();
        if (apart || gap > Math.max(before.space(), 0.2f * before.size()) * 0.6f) {
          letters.add(" ");
        }
      }
      letters.add(glyph.asLetters().text());
      before = glyph;
      apart = false;
    }
    return LogicalOrder.of(letters, rightToLeft).strip();
  }

  /** From left to right, each mark with its letter, and letters printed twice for weight once. */
  private static List<Glyph> clusters(List<Glyph> glyphs) {
    List<Glyph> across = new ArrayList<>(glyphs.stream().filter(g -> !g.isMark()).toList());
    across.sort(Comparator.comparingDouble(Glyph::x));
    List<Glyph> once = new ArrayList<>();
    for (Glyph glyph : across) {
      Glyph last = once.isEmpty() ? null : once.getLast();
      boolean again =
          last != null
              && last.text().equals(glyph.text())
              && glyph.x() - last.x() < 0.3f * glyph.width();
      if (!again) {
        once.add(glyph);
      }
    }
    for (Glyph mark : glyphs.stream().filter(Glyph::isMark).toList()) {
      int nearest = nearest(once, mark);
      if (nearest >= 0) {
        once.set(nearest, once.get(nearest).withText(once.get(nearest).text() + mark.text()));
      }
    }
    return once;
  }

  private static int nearest(List<Glyph> letters, Glyph mark) {
    float at = mark.x() + mark.width() / 2;
    int nearest = -1;
    float least = Float.MAX_VALUE;
    for (int i = 0; i < letters.size(); i++) {
      Glyph letter = letters.get(i);
      float distance = Math.abs(letter.x() + letter.width() / 2 - at);
      if (!letter.isBlank() && distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }
}
