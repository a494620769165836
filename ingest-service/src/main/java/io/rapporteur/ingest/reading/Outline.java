package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.source.Line;
import io.rapporteur.ingest.source.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the stretch of a source that a manifest names: {@code 13}, a paragraph whose number occurs
 * once; {@code A.13} or {@code art5.2} where numbers start again in each section or article; {@code
 * art5}, an article without numbers; {@code preamble}, what stands before the first article or
 * number.
 */
final class Outline {

  private static final Pattern NAME =
      Pattern.compile("(?:(art[1-9][0-9]{0,2}|[a-z]{1,5})[.])?([1-9][0-9]{0,3})");
  private static final String PREAMBLE = "preamble";

  private final Source source;
  private final Paragraphs all;
  private final List<Scope> scopes = new ArrayList<>();
  private final NavigableSet<Integer> headings = new TreeSet<>();
  private final Map<Scope, Paragraphs> within = new HashMap<>();

  Outline(Source source) {
    this.source = source;
    this.all = new Paragraphs(source);
    for (int line = 1; line <= source.size(); line++) {
      String key = Headings.key(source.line(line));
      if (!key.isEmpty()) {
        scopes.add(new Scope(key, line));
      }
      if (!key.isEmpty() || source.lines().get(line - 1).kind() == Line.Kind.HEADING) {
        headings.add(line);
      }
    }
  }

  private record Scope(String key, int line) {}

  Paragraphs paragraphs() {
    return all;
  }

  /** Whether nothing in the source could be named. */
  boolean empty() {
    return all.count() == 0 && scopes.isEmpty();
  }

  /** Names of which exactly one is meant by a bare number; one or none if it is unambiguous. */
  List<String> meant(String name) {
    if (!name.matches("[1-9][0-9]{0,3}")) {
      return List.of();
    }
    int number = Integer.parseInt(name);
    return scopes.stream()
        .filter(scope -> scope.key().startsWith("art"))
        .filter(scope -> within(scope).start(number) > 0)
        .map(scope -> scope.key() + "." + number)
        .distinct()
        .limit(20)
        .toList();
  }

  /** The stretch of a name; empty if there is none. */
  Optional<Block> block(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    if (key.equals(PREAMBLE)) {
      return Optional.of(preamble());
    }
    Matcher matcher = NAME.matcher(key);
    if (!matcher.matches()) {
      return scope(key).map(scope -> whole(key, scope));
    }
    int number = Integer.parseInt(matcher.group(2));
    if (matcher.group(1) == null) {
      return all.start(number) == 0 ? Optional.empty() : Optional.of(paragraph(key, all, number));
    }
    return scope(matcher.group(1))
        .map(this::within)
        .filter(paragraphs -> paragraphs.start(number) > 0)
        .map(paragraphs -> paragraph(key, paragraphs, number));
  }

  /** Each numbered paragraph of the whole. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    all.numbers().forEach(n -> blocks.add(paragraph(String.valueOf(n), all, n)));
    return blocks;
  }

  private Optional<Scope> scope(String key) {
    return scopes.stream().filter(scope -> scope.key().equals(key)).findFirst();
  }

  private int end(Scope scope) {
    return scopes.stream()
        .filter(other -> other.line() > scope.line() && Headings.ends(scope.key(), other.key()))
        .mapToInt(Scope::line)
        .findFirst()
        .orElse(source.size() + 1);
  }

  private Paragraphs within(Scope scope) {
    return within.computeIfAbsent(
        scope, each -> new Paragraphs(source, each.line() + 1, end(each), true));
  }

  private Block paragraph(String name, Paragraphs paragraphs, int number) {
    int start = paragraphs.start(number);
    int to = dotted(paragraphs, number) ? paragraphs.following(number) : paragraphs.end(number);
    return new Block(
        source,
        name,
        String.valueOf(number),
        headingAbove(start),
        start,
        paragraphs.column(number),
        to);
  }

  /** A list numbered 115.1, 115.2 goes on under the headings that part it. */
  private boolean dotted(Paragraphs paragraphs, int number) {
    int end = paragraphs.end(number);
    int following = paragraphs.following(number);
    for (int line = end; line < following; line++) {
      if (Marks.dotted(source.line(line), String.valueOf(number))) {
        return true;
      }
    }
    return false;
  }

  private Block whole(String name, Scope scope) {
    int from = Math.min(scope.line() + 1, source.size());
    while (from < source.size() && titleOrBlank(from)) {
      from++;
    }
    return new Block(source, name, "", source.line(scope.line()).strip(), from, 0, end(scope));
  }

  private boolean titleOrBlank(int line) {
    Line each = source.lines().get(line - 1);
    return each.shown().isBlank()
        || each.kind() == Line.Kind.HEADING
        || each.shown().startsWith("#");
  }

  private Block preamble() {
    int to = source.size() + 1;
    for (Scope scope : scopes) {
      to = Math.min(to, scope.line());
    }
    for (int number : all.numbers()) {
      to = Math.min(to, all.start(number));
    }
    return new Block(source, PREAMBLE, "", "", 1, 0, to);
  }

  /** The nearest heading above a line, as printed; empty if there is none. */
  private String headingAbove(int line) {
    Integer above = headings.lower(line);
    return above == null ? "" : source.line(above).strip();
  }
}
