package io.rapporteur.schemas.reference;

import io.rapporteur.schemas.reference.ReferenceExpressions.Fragment;
import io.rapporteur.schemas.reference.ReferenceExpressions.Items;
import io.rapporteur.schemas.reference.ReferenceExpressions.Meaning;
import io.rapporteur.schemas.reference.ReferenceExpressions.Unclear;
import io.rapporteur.schemas.reference.ReferenceToken.Kind;
import io.rapporteur.schemas.reference.References.Ambiguous;
import io.rapporteur.schemas.reference.References.NothingFits;
import io.rapporteur.schemas.reference.References.Referable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Goes through an expression from part to part. Not thread-safe; for one expression. */
final class ReferenceParser {

  private final String expression;
  private final ReferableItems items;
  private final ReferencePieces pieces;
  private final Set<String> ids = new LinkedHashSet<>();
  private final List<Fragment> unclear = new ArrayList<>();
  private String document = "";
  private String paragraph;
  private List<String> path = List.of();

  ReferenceParser(String expression, ReferableItems items, String paragraph) {
    this.expression = expression;
    this.items = items;
    this.paragraph = References.tidy(paragraph);
    List<String> named =
        items.paragraphs().stream().filter(name -> !name.matches("[0-9]+")).toList();
    this.pieces =
        new ReferencePieces(ReferenceScanner.tokens(expression, items.documents(), named));
  }

  Meaning meaning() {
    while (!pieces.ended()) {
      if (!pieces.separator()) {
        part();
      }
    }
    if (ids.isEmpty() && unclear.isEmpty()) {
      unclear.add(new Fragment(expression.strip(), new NothingFits(), List.of()));
    }
    return unclear.isEmpty() ? new Items(List.copyOf(ids)) : new Unclear(unclear);
  }

  private void part() {
    int from = pieces.place();
    pieces.document().ifPresent(this::open);
    List<Referable> first = item(false);
    if (first.isEmpty() && !pieces.range()) {
      pieces.skipToSeparator(from);
      nothing(from);
    } else if (pieces.range()) {
      pieces.next();
      range(from, first, item(true));
    } else if (!pieces.atEndOfPart()) {
      pieces.skipToSeparator(from);
      nothing(from);
    } else {
      one(from, first).forEach(item -> ids.add(item.id()));
    }
  }

  private void open(String name) {
    document = name;
    path = List.of();
  }

  /** Exactly one item, or none with a fragment. */
  private List<Referable> one(int from, List<Referable> fitting) {
    if (fitting.size() > 1) {
      unclear.add(
          new Fragment(
              pieces.written(expression, from),
              new Ambiguous(References.candidates(fitting)),
              List.of()));
      return List.of();
    }
    return fitting;
  }

  private void nothing(int from) {
    unclear.add(new Fragment(pieces.written(expression, from), new NothingFits(), List.of()));
  }

  private void range(int from, List<Referable> first, List<Referable> last) {
    if (!pieces.atEndOfPart() || first.isEmpty() || last.isEmpty()) {
      pieces.skipToSeparator(from);
      nothing(from);
      return;
    }
    if (one(from, first).isEmpty() || one(from, last).isEmpty()) {
      return;
    }
    List<Referable> between = items.between(first.getFirst(), last.getFirst());
    List<String> missing =
        SeriesBetween.missing(
            label(first.getFirst()),
            label(last.getFirst()),
            between.stream().map(ReferenceParser::label).toList());
    if (between.isEmpty() || !missing.isEmpty()) {
      unclear.add(
          new Fragment(
              pieces.written(expression, from),
              new NothingFits(),
              between.isEmpty() ? List.of() : missing));
    } else {
      between.forEach(item -> ids.add(item.id()));
    }
  }

  private static String label(Referable item) {
    return item.label().substring(item.label().lastIndexOf('.') + 1);
  }

  /** The items that the next pieces fit; what comes after goes on where they stand. */
  private List<Referable> item(boolean endOfRange) {
    if (pieces.explicit()) {
      String named = pieces.paragraph();
      List<String> labels = pieces.path();
      List<Referable> fitting = items.fitting(document, named, labels);
      goOn(named, labels);
      return fitting;
    }
    if (pieces.hyphenated(items.paragraphs())) {
      return hyphenated(endOfRange);
    }
    int deepest = Math.max(0, path.size() - 1);
    int to = pieces.is(Kind.NUMBER) && !endOfRange ? 0 : deepest;
    int from = endOfRange ? deepest : pieces.is(Kind.QUOTED) ? Math.min(1, deepest) : 0;
    List<String> labels = pieces.path();
    return labels.isEmpty() || paragraph.isEmpty() ? List.of() : beside(labels, from, to);
  }

  /** The items that labels fit at the side of the last item, or of one that it stands within. */
  private List<Referable> beside(List<String> labels, int shallowest, int deepest) {
    List<Referable> fitting = new ArrayList<>();
    List<String> taken = labels;
    for (int depth = shallowest; depth <= deepest; depth++) {
      List<String> whole = new ArrayList<>(path.subList(0, depth));
      whole.addAll(labels);
      List<Referable> here = items.fitting(document, paragraph, whole);
      taken = here.isEmpty() ? taken : whole;
      here.stream().filter(item -> !fitting.contains(item)).forEach(fitting::add);
    }
    goOn(paragraph, taken);
    return fitting;
  }

  /** {@code 115-11}: an item of paragraph 115, or the 115th to the 11th of the open paragraph. */
  private List<Referable> hyphenated(boolean endOfRange) {
    String named = pieces.peek(0).text();
    String label = pieces.peek(2).text();
    List<Referable> whole = items.fitting(document, named, List.of(label));
    List<Referable> first = items.fitting(document, paragraph, List.of(named));
    List<Referable> last = items.fitting(document, paragraph, List.of(label));
    boolean forward =
        named.length() < label.length()
            || (named.length() == label.length() && named.compareTo(label) < 0);
    boolean range =
        !endOfRange && !paragraph.isEmpty() && forward && !first.isEmpty() && !last.isEmpty();
    if (whole.isEmpty()) {
      pieces.next();
      goOn(paragraph, List.of(named));
      return paragraph.isEmpty() ? List.of() : first;
    }
    pieces.next();
    pieces.next();
    pieces.next();
    goOn(named, List.of(label));
    if (!range) {
      return whole;
    }
    List<Referable> all = new ArrayList<>(whole);
    first.stream().filter(item -> !all.contains(item)).forEach(all::add);
    last.stream().filter(item -> !all.contains(item)).forEach(all::add);
    return all;
  }

  private void goOn(String in, List<String> at) {
    paragraph = in;
    path = at;
  }
}
