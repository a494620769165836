package io.rapporteur.schemas.reference;

import io.rapporteur.schemas.reference.ReferenceToken.Kind;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts a reference expression into its pieces. Words that name a recommendation or a paragraph in
 * one of the six languages say nothing here and are left out, unless they stand in brackets.
 */
final class ReferenceScanner {

  private static final Set<String> AND =
      Set.of("and", "et", "y", "e", "и", "و", "和", "及", "以及", "与", "與");
  private static final Set<String> TO =
      Set.of("to", "through", "à", "au", "al", "по", "до", "إلى", "الى", "至", "到");
  private static final Set<String> SILENT =
      Set.of(
          ("recommendation recommendations rec recs paragraph paragraphs para paras item items nos"
                  + " recommandation recommandations paragraphe paragraphes par alinéa alinéas"
                  + " recomendación recomendaciones párrafo párrafos párr párrs apartado apartados"
                  + " рекомендация рекомендации рекомендаций пункт пункты пункта пунктов подпункт"
                  + " подпункты التوصية التوصيات توصية توصيات الفقرة الفقرات فقرة فقرات البند البنود"
                  + " 建议 建議 第 段 项 項")
              .split(" "));
  private static final List<String> HAN_WORDS = List.of("以及", "建议", "建議", "之二", "之三", "之四", "之五");
  private static final String COMMAS = ",;:،؛、";
  private static final String DASHES = "–—−~～‒―";
  private static final String QUOTES = "\"'‘’“”«»";

  /** A name of a letter or two would be taken for a label. */
  private static final int SHORTEST_NAME = 3;

  private final String expression;
  private final StringBuilder folded = new StringBuilder();
  private final List<Integer> places = new ArrayList<>();
  private final List<ReferenceToken> tokens = new ArrayList<>();
  private final List<String> names;
  private final List<String> paragraphs;
  private int at;
  private int brackets;
  private boolean apart;

  private ReferenceScanner(
      String expression, Collection<String> documents, Collection<String> paragraphs) {
    this.expression = expression;
    this.names = longestFirst(documents);
    this.paragraphs = longestFirst(paragraphs);
    for (int i = 0; i < expression.length(); ) {
      int c = expression.codePointAt(i);
      fold(c, i);
      i += Character.charCount(c);
    }
    places.add(expression.length());
  }

  /**
   * Cuts.
   *
   * @param documents folded ids and symbols
   * @param paragraphs folded names of paragraphs that are no mere numbers
   */
  static List<ReferenceToken> tokens(
      String expression, Collection<String> documents, Collection<String> paragraphs) {
    return new ReferenceScanner(expression, documents, paragraphs).scan();
  }

  private static List<String> longestFirst(Collection<String> names) {
    return names.stream()
        .filter(name -> name.length() >= SHORTEST_NAME)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private void fold(int c, int place) {
    if (Character.getType(c) == Character.FORMAT || c == 0x640) {
      return;
    }
    boolean dash = DASHES.indexOf(c) >= 0;
    String form =
        dash
            ? Character.toString(c)
            : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
    form.codePoints()
        .map(each -> Character.isDigit(each) ? '0' + Character.digit(each, 10) : each)
        .forEach(folded::appendCodePoint);
    while (places.size() < folded.length()) {
      places.add(place);
    }
  }

  private List<ReferenceToken> scan() {
    while (at < folded.length()) {
      char c = folded.charAt(at);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        apart = true;
        at++;
      } else if (!named()) {
        sign(c);
      }
    }
    apart = true;
    add(Kind.END, 0);
    return tokens;
  }

  /** A document or a paragraph by its name, where a word begins. */
  private boolean named() {
    boolean within = at > 0 && Character.isLetterOrDigit(folded.charAt(at - 1));
    if (within || brackets > 0) {
      return false;
    }
    Optional<String> document = names.stream().filter(this::standsHere).findFirst();
    if (document.isPresent()) {
      add(Kind.DOCUMENT, document.get().length());
      return true;
    }
    Optional<String> paragraph = paragraphs.stream().filter(this::standsHere).findFirst();
    paragraph.ifPresent(name -> add(Kind.PARAGRAPH, name.length()));
    return paragraph.isPresent();
  }

  private boolean standsHere(String name) {
    int end = at + name.length();
    boolean same = !name.isEmpty() && folded.indexOf(name, at) == at;
    return same && (end == folded.length() || !Character.isLetterOrDigit(folded.charAt(end)));
  }

  private void sign(char c) {
    if (Character.isDigit(c)) {
      add(Kind.NUMBER, run(at, Character::isDigit));
    } else if (Character.isLetter(c) || Character.isHighSurrogate(c)) {
      letters();
    } else if (QUOTES.indexOf(c) >= 0) {
      quoted();
    } else {
      add(
          switch (c) {
            case '(', '[' -> Kind.OPEN;
            case ')', ']' -> Kind.CLOSE;
            case '.', '。' -> Kind.DOT;
            case '-', '\u2010', '\u2011' -> Kind.HYPHEN;
            default ->
                COMMAS.indexOf(c) >= 0 ? Kind.AND : DASHES.indexOf(c) >= 0 ? Kind.TO : Kind.LETTERS;
          },
          1);
    }
  }

  private void quoted() {
    int digits = run(at + 1, Character::isDigit);
    int close = at + 1 + digits;
    boolean closed = close < folded.length() && QUOTES.indexOf(folded.charAt(close)) >= 0;
    add(digits > 0 && closed ? Kind.QUOTED : Kind.LETTERS, digits > 0 && closed ? digits + 2 : 1);
  }

  private void letters() {
    int length =
        run(at, c -> Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK);
    if (UnicodeScript.of(folded.charAt(at)) == UnicodeScript.HAN) {
      length =
          HAN_WORDS.stream()
              .filter(w -> folded.indexOf(w, at) == at)
              .findFirst()
              .orElse("x")
              .length();
    } else {
      length = Math.max(length, 1);
    }
    String word = folded.substring(at, at + length);
    boolean label =
        brackets > 0 || tightAfterNumberOrDot() || folded.indexOf(")", at) == at + length;
    if (label) {
      add(Kind.LETTERS, length);
    } else if (SILENT.contains(word)) {
      skip(length);
    } else if (AND.contains(word)) {
      add(Kind.AND, length);
    } else if (TO.contains(word)) {
      add(Kind.TO, length);
    } else if (word.startsWith("و") && SILENT.contains(word.substring(1))) {
      add(Kind.AND, 1);
      skip(length - 1);
    } else {
      add(Kind.LETTERS, length);
    }
  }

  /** Words for a paragraph are often cut short, with a full stop. */
  private void skip(int length) {
    at += length;
    if (at < folded.length() && folded.charAt(at) == '.') {
      at++;
    }
    apart = true;
  }

  private boolean tightAfterNumberOrDot() {
    if (apart || tokens.isEmpty()) {
      return false;
    }
    ReferenceToken last = tokens.getLast();
    boolean han = UnicodeScript.of(folded.charAt(at)) == UnicodeScript.HAN;
    return !han && (last.is(Kind.NUMBER) || last.is(Kind.DOT) || last.is(Kind.HYPHEN));
  }

  private int run(int from, java.util.function.IntPredicate wanted) {
    int end = from;
    while (end < folded.length() && wanted.test(folded.charAt(end))) {
      end++;
    }
    return end - from;
  }

  private void add(Kind kind, int length) {
    brackets = Math.max(0, brackets + (kind == Kind.OPEN ? 1 : kind == Kind.CLOSE ? -1 : 0));
    int end = at + length;
    tokens.add(
        new ReferenceToken(kind, folded.substring(at, end), apart, places.get(at), endOf(at, end)));
    at = end;
    apart = false;
  }

  /** The end of the last character of a piece; signs that the folding leaves out are not of it. */
  private int endOf(int from, int end) {
    if (end == from) {
      return places.get(from);
    }
    int last = places.get(end - 1);
    return last + Character.charCount(expression.codePointAt(last));
  }
}
