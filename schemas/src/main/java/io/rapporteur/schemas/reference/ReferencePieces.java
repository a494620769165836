package io.rapporteur.schemas.reference;

import io.rapporteur.schemas.reference.ReferenceToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pieces of an expression, with a place in them. Not thread-safe. */
final class ReferencePieces {

  private static final Map<String, String> ADDITIONS =
      Map.ofEntries(
          Map.entry("bis", "bis"),
          Map.entry("ter", "ter"),
          Map.entry("quater", "quater"),
          Map.entry("quinquies", "quinquies"),
          Map.entry("бис", "bis"),
          Map.entry("тер", "ter"),
          Map.entry("مكرر", "bis"),
          Map.entry("مكررا", "bis"),
          Map.entry("مكرراً", "bis"),
          Map.entry("之二", "bis"),
          Map.entry("之三", "ter"),
          Map.entry("之四", "quater"),
          Map.entry("之五", "quinquies"));

  private final List<ReferenceToken> tokens;
  private int at;

  ReferencePieces(List<ReferenceToken> tokens) {
    this.tokens = tokens;
  }

  ReferenceToken peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  boolean is(Kind kind) {
    return peek(0).is(kind);
  }

  boolean ended() {
    return is(Kind.END);
  }

  void next() {
    at = Math.min(at + 1, tokens.size() - 1);
  }

  int place() {
    return peek(0).from();
  }

  /** What is written from a place up to here. */
  String written(String expression, int from) {
    int to = at == 0 ? from : tokens.get(at - 1).to();
    return expression.substring(from, Math.max(from, to)).strip();
  }

  /** Passes what parts two parts: a comma, a word for it, or a full stop that stands for one. */
  boolean separator() {
    boolean separator = is(Kind.AND) || fullStop();
    if (separator) {
      next();
    }
    return separator;
  }

  private boolean fullStop() {
    return is(Kind.DOT) && !peek(1).tight();
  }

  boolean atEndOfPart() {
    return ended() || is(Kind.AND) || fullStop();
  }

  void skipToSeparator(int from) {
    if (place() == from) {
      next();
    }
    while (!atEndOfPart()) {
      next();
    }
  }

  boolean range() {
    return is(Kind.HYPHEN) || is(Kind.TO) || spanishTo(0);
  }

  /** The Spanish word for "to" is a label too: it parts two numbers, or {@code b)} from it. */
  private boolean spanishTo(int ahead) {
    ReferenceToken word = peek(ahead);
    ReferenceToken after = peek(ahead + 1);
    boolean end =
        after.is(Kind.NUMBER) || (after.is(Kind.LETTERS) && peek(ahead + 2).is(Kind.CLOSE));
    return word.is(Kind.LETTERS) && word.text().equals("a") && word.apart() && after.apart() && end;
  }

  /** Passes the name of a document and the comma or full stop after it. */
  Optional<String> document() {
    if (!is(Kind.DOCUMENT)) {
      return Optional.empty();
    }
    String name = peek(0).text();
    next();
    if (is(Kind.AND) || is(Kind.DOT)) {
      next();
    }
    return Optional.of(name);
  }

  /** Whether a paragraph by name or number stands here with a label after it. */
  boolean explicit() {
    if (is(Kind.PARAGRAPH)) {
      return true;
    }
    ReferenceToken after = peek(1);
    boolean dotted =
        after.is(Kind.DOT)
            && after.tight()
            && peek(2).tight()
            && (peek(2).is(Kind.NUMBER) || peek(2).is(Kind.LETTERS));
    boolean lettered =
        after.is(Kind.LETTERS) && !ADDITIONS.containsKey(after.text()) && !spanishTo(1);
    return is(Kind.NUMBER) && (dotted || after.is(Kind.OPEN) || lettered);
  }

  /** Whether a paragraph that holds items stands here with a hyphen and a number close to it. */
  boolean hyphenated(Set<String> paragraphs) {
    boolean close = peek(1).is(Kind.HYPHEN) && peek(1).tight() && peek(2).tight();
    boolean further =
        peek(3).is(Kind.DOT) && peek(3).tight() && peek(4).tight() && peek(4).is(Kind.NUMBER);
    return is(Kind.NUMBER)
        && close
        && peek(2).is(Kind.NUMBER)
        && !further
        && paragraphs.contains(peek(0).text());
  }

  /** Passes the name of a paragraph. */
  String paragraph() {
    String name = peek(0).text();
    next();
    return name;
  }

  /** Passes labels, one within the other; empty if none stands here. */
  List<String> path() {
    List<String> path = new ArrayList<>();
    for (Optional<String> label = label(true); label.isPresent(); label = label(path.isEmpty())) {
      path.add(label.get());
    }
    return path;
  }

  private Optional<String> label(boolean first) {
    boolean dot = is(Kind.DOT) && peek(0).tight() && peek(1).tight();
    if (is(Kind.OPEN)) {
      return bracketed();
    }
    if (is(Kind.QUOTED)) {
      String digits = peek(0).text().replaceAll("[^0-9]", "");
      next();
      return Optional.of(
          digits.length() > 4 ? digits : SeriesBetween.roman(Integer.parseInt(digits)));
    }
    ReferenceToken word = peek(dot ? 1 : 0);
    boolean closed = peek(dot ? 2 : 1).is(Kind.CLOSE);
    boolean label = word.is(Kind.LETTERS) || (word.is(Kind.NUMBER) && (dot || first));
    if (!label || !(first || dot || closed)) {
      return Optional.empty();
    }
    if (dot) {
      next();
    }
    next();
    String added = addition();
    if (closed && is(Kind.CLOSE)) {
      next();
    }
    return Optional.of(word.text() + added);
  }

  private Optional<String> bracketed() {
    next();
    var label = new StringBuilder();
    var added = new StringBuilder();
    while (!is(Kind.CLOSE) && !ended()) {
      String text = peek(0).text();
      String addition = label.isEmpty() ? null : ADDITIONS.get(text);
      (addition == null ? label : added).append(addition == null ? text : addition);
      next();
    }
    next();
    return added.isEmpty()
        ? Optional.of(label.toString())
        : Optional.of(LabelSeries.canonical(label.toString()).orElse(label.toString()) + added);
  }

  /** Passes {@code bis} and the like after a label without brackets. */
  private String addition() {
    boolean hyphen = is(Kind.HYPHEN) && peek(0).tight();
    String addition = ADDITIONS.get(peek(hyphen ? 1 : 0).text());
    if (addition == null) {
      return "";
    }
    if (hyphen) {
      next();
    }
    next();
    return addition;
  }
}
