package io.rapporteur.schemas.reference;

import io.rapporteur.schemas.reference.References.Referable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Items by what can be written for them, found as {@link References} finds them. Immutable. */
final class ReferableItems {

  private final List<Referable> items;
  private final Map<String, Set<Integer>> places = new HashMap<>();
  private final Map<String, Integer> byId = new HashMap<>();
  private final Set<String> documents = new LinkedHashSet<>();
  private final Set<String> paragraphs = new LinkedHashSet<>();

  ReferableItems(Collection<Referable> items) {
    this.items = List.copyOf(items);
    for (int place = 0; place < this.items.size(); place++) {
      Referable item = this.items.get(place);
      byId.put(item.id(), place);
      documents.addAll(names(item));
      paragraphs.add(References.tidy(item.paragraph()));
      for (String label : labels(item)) {
        places.computeIfAbsent(key(item.paragraph(), label), k -> new TreeSet<>()).add(place);
      }
    }
  }

  private static Set<String> labels(Referable item) {
    Set<String> labels = new LinkedHashSet<>();
    labels.add(LabelSeries.stripped(item.label()));
    if (item.label().indexOf('.') < 0) {
      item.printedLabels().values().forEach(printed -> labels.add(LabelSeries.stripped(printed)));
    }
    return labels;
  }

  private static String key(String paragraph, String label) {
    return References.tidy(paragraph) + " " + label;
  }

  private static List<String> names(Referable item) {
    return Stream.of(item.document(), item.symbol(), item.shortName())
        .map(References::tidy)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Folded ids, symbols and short names of the documents. */
  Set<String> documents() {
    return documents;
  }

  /** Folded names of the paragraphs that hold items. */
  Set<String> paragraphs() {
    return paragraphs;
  }

  /** The items that a path of labels in a paragraph fits, in the order of the text. */
  List<Referable> fitting(String document, String paragraph, List<String> path) {
    Set<Integer> found = new TreeSet<>();
    String written = LabelSeries.stripped(String.join("", path));
    found.addAll(places.getOrDefault(key(paragraph, written), Set.of()));
    String canonical = String.join("", path.stream().map(ReferableItems::canonical).toList());
    found.addAll(places.getOrDefault(key(paragraph, LabelSeries.stripped(canonical)), Set.of()));
    return found.stream()
        .map(items::get)
        .filter(item -> document.isEmpty() || names(item).contains(document))
        .toList();
  }

  private static String canonical(String label) {
    return LabelSeries.canonical(label).orElse(label);
  }

  /** From one item to another of the same list, both included; empty if they are of two lists. */
  List<Referable> between(Referable first, Referable last) {
    int from = byId.getOrDefault(first.id(), 0);
    int to = byId.getOrDefault(last.id(), -1);
    List<Referable> between = new ArrayList<>();
    for (int place = from; place <= to; place++) {
      if (sameList(items.get(place), first)) {
        between.add(items.get(place));
      }
    }
    return sameList(first, last) ? between : List.of();
  }

  private static boolean sameList(Referable one, Referable other) {
    return one.document().equals(other.document())
        && one.paragraph().equals(other.paragraph())
        && list(one).equals(list(other));
  }

  private static String list(Referable item) {
    return item.label().substring(0, item.label().lastIndexOf('.') + 1);
  }
}
