package io.rapporteur.comments.imports;

import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Consultation.Item;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.table.Agenda;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sections and documents of a consultation, and the whole of it, by what people call them:
 * headings in any language, numbers of paragraphs, symbols. Immutable.
 */
final class Headings {

  /** What tables write where a comment is on the whole, folded. */
  private static final Set<String> WHOLE =
      Set.of(
          "general",
          "general comment",
          "general comments",
          "whole",
          "all",
          "عام",
          "تعليقات عامة",
          "总体",
          "一般性意见",
          "général",
          "observations générales",
          "общие замечания",
          "observaciones generales");

  private final Map<String, Target> sections = new LinkedHashMap<>();
  private final Map<String, List<String>> byHeading = new HashMap<>();
  private final Map<String, String> documents = new HashMap<>();

  Headings(Consultation consultation, Agenda agenda) {
    for (Item item : consultation.items()) {
      sections.putIfAbsent(
          item.section(),
          new Target(
              Optional.of(item.document()),
              Optional.of(item.section()),
              Optional.empty(),
              Optional.empty()));
      put(item.paragraph(), item.section());
      documents.put(folded(item.symbol()), item.document());
      documents.put(folded(item.shortName()), item.document());
    }
    consultation.documents().forEach(document -> documents.put(folded(document), document));
    documents.remove("");
    for (Agenda.Item item : agenda.items()) {
      item.section().headings().values().forEach(text -> put(text, item.section().id()));
    }
  }

  private void put(String text, String section) {
    List<String> meant = byHeading.computeIfAbsent(folded(text), t -> new ArrayList<>());
    if (!meant.contains(section)) {
      meant.add(section);
    }
  }

  /** The section of an id. */
  Optional<Target> section(String id) {
    return Optional.ofNullable(sections.get(id));
  }

  /** A section, a document, or the whole, where a text means one of them and no other. */
  Optional<Target> meant(String text) {
    String folded = folded(text);
    List<String> meant = byHeading.getOrDefault(folded, List.of());
    if (meant.size() == 1) {
      return section(meant.getFirst());
    }
    String document = documents.get(folded);
    if (document != null) {
      return Optional.of(
          new Target(Optional.of(document), Optional.empty(), Optional.empty(), Optional.empty()));
    }
    return WHOLE.contains(folded) ? Optional.of(whole()) : Optional.empty();
  }

  /** Whether a text is the heading of some section. */
  boolean several(String text) {
    return byHeading.containsKey(folded(text));
  }

  /** The sections that a text can mean; all of them where it means none. */
  List<String> candidates(String text) {
    return List.copyOf(byHeading.getOrDefault(folded(text), List.copyOf(sections.keySet())));
  }

  /** What is on no part alone. */
  static Target whole() {
    return new Target(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\p{Z}\\s]+", " ")
        .replaceAll("^[\\[(]|[\\])]$|[ .:]+$", "")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
