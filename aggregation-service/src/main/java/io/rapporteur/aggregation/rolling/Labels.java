package io.rapporteur.aggregation.rolling;

import io.rapporteur.aggregation.rolling.Regroupings.Regrouped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Labels near-duplicates: texts that are at least so similar, or are linked by others that are. A
 * label parts nothing from its sponsors and removes nothing; what the secretariat said of a text
 * comes before what is computed, and the last that it said holds.
 */
final class Labels {

  /** More texts than these on one item are not compared with one another. */
  static final int MOST = 400;

  private final Map<String, String> roots = new LinkedHashMap<>();
  private final Map<String, Regrouped> said = new HashMap<>();

  private Labels() {}

  /**
   * A label.
   *
   * @param name the same for all texts that share it, and for no other of the item
   * @param bySecretariat whether the secretariat said so
   * @param threshold of the groups: the one that is computed with, or that the secretariat saw
   */
  record Label(String name, boolean bySecretariat, double threshold) {}

  /**
   * The labels of texts, by their ids; a text that is like no other has none.
   *
   * @param texts of one item in one language
   * @param threshold from 0 to 1
   */
  static Map<String, Label> of(
      List<Proposal> texts, List<Regrouped> regrouped, double threshold, String language) {
    var labels = new Labels();
    regrouped.forEach(each -> each.texts().forEach(text -> labels.said.put(text, each)));
    texts.forEach(text -> labels.roots.put(text.id(), text.id()));
    labels.joinAsSaid();
    if (texts.size() <= MOST) {
      labels.joinSimilar(texts, threshold, language);
    }
    return labels.named(threshold);
  }

  private void joinAsSaid() {
    Map<Integer, String> firsts = new HashMap<>();
    for (String text : roots.keySet()) {
      standing(text)
          .filter(each -> each.grouping() == Grouping.JOINED)
          .ifPresent(each -> join(firsts.computeIfAbsent(each.number(), n -> text), text));
    }
  }

  private void joinSimilar(List<Proposal> texts, double threshold, String language) {
    List<Proposal> left = texts.stream().filter(text -> standing(text.id()).isEmpty()).toList();
    List<Similarity> compared =
        left.stream().map(text -> new Similarity(text.text(), language)).toList();
    for (int i = 0; i < left.size(); i++) {
      for (int j = i + 1; j < left.size(); j++) {
        boolean joined = root(left.get(i).id()).equals(root(left.get(j).id()));
        if (!joined && compared.get(i).reaches(threshold, compared.get(j))) {
          join(left.get(i).id(), left.get(j).id());
        }
      }
    }
  }

  /** What the secretariat said last of a text, unless it left it to the computation. */
  private Optional<Regrouped> standing(String text) {
    return Optional.ofNullable(said.get(text)).filter(each -> each.grouping() != Grouping.COMPUTED);
  }

  private String root(String text) {
    String root = text;
    for (String next = roots.get(root); next != null && !next.equals(root); ) {
      root = next;
      next = roots.get(root);
    }
    return root;
  }

  private void join(String one, String other) {
    roots.put(root(other), root(one));
  }

  private Map<String, Label> named(double threshold) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    roots
        .keySet()
        .forEach(text -> groups.computeIfAbsent(root(text), r -> new ArrayList<>()).add(text));
    Map<String, Label> labels = new HashMap<>();
    int number = 0;
    for (List<String> group : groups.values()) {
      if (group.size() > 1) {
        number++;
        for (String text : group) {
          Optional<Regrouped> bySecretariat = standing(text);
          labels.put(
              text,
              new Label(
                  Integer.toString(number),
                  bySecretariat.isPresent(),
                  bySecretariat.map(Regrouped::threshold).orElse(threshold)));
        }
      }
    }
    return labels;
  }
}
