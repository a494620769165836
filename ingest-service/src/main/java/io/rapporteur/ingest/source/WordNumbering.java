package io.rapporteur.ingest.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts the numbered paragraphs of a Word file as Word does, and prints their labels. Lists that
 * share an abstract list go on counting, unless a level of theirs is told to start over (ECMA-376,
 * 17.9). Not thread-safe: the paragraphs are asked in their order.
 */
final class WordNumbering {

  private static final int LEVELS = 9;

  /** A paragraph's number as printed, and how deep its list is, from 1. */
  record Numbered(int depth, String label) {}

  private record Place(String list, int level) {}

  private static final class Counts {
    private final int[] at = new int[LEVELS];
    private final boolean[] running = new boolean[LEVELS];
  }

  private final WordStyles styles;
  private final Map<String, XmlElement> abstracts = new HashMap<>();
  private final Map<String, XmlElement> lists = new HashMap<>();
  private final Map<String, String> byStyleLink = new HashMap<>();
  private final Map<String, Counts> counts = new HashMap<>();
  private final Set<Place> startedOver = new HashSet<>();

  WordNumbering(WordStyles styles) {
    this.styles = styles;
  }

  void add(XmlElement definition) {
    if (definition.name().equals("abstractNum")) {
      definition
          .attribute("abstractNumId")
          .ifPresent(
              id -> {
                abstracts.put(id, definition);
                definition.value("styleLink").ifPresent(style -> byStyleLink.put(style, id));
              });
    } else if (definition.name().equals("num")) {
      definition.attribute("numId").ifPresent(id -> lists.put(id, definition));
    }
  }

  /** Counts a paragraph; empty if it is not numbered. */
  Optional<Numbered> next(XmlElement paragraph) {
    return place(paragraph).flatMap(this::count);
  }

  private Optional<Place> place(XmlElement paragraph) {
    Optional<String> list =
        styles.first(paragraph, p -> p.at("numPr", "numId").flatMap(n -> n.attribute("val")));
    if (list.isEmpty() || list.get().equals("0")) {
      return Optional.empty();
    }
    Optional<String> own = paragraph.at("pPr", "numPr", "numId").flatMap(n -> n.attribute("val"));
    int level =
        styles
            .first(paragraph, p -> p.child("numPr").flatMap(n -> n.number("ilvl")))
            .or(() -> own.isPresent() ? Optional.of(0) : levelOfStyle(list.get(), paragraph))
            .orElse(0);
    return Optional.of(new Place(list.get(), Math.clamp(level, 0, LEVELS - 1)));
  }

  private Optional<Integer> levelOfStyle(String list, XmlElement paragraph) {
    Optional<String> style = paragraph.at("pPr", "pStyle").flatMap(s -> s.attribute("val"));
    return definition(list)
        .flatMap(
            d ->
                d.children("lvl")
                    .filter(l -> style.isPresent() && l.value("pStyle").equals(style))
                    .findFirst())
        .flatMap(l -> l.attribute("ilvl"))
        .flatMap(XmlElement::parsed);
  }

  private Optional<Numbered> count(Place place) {
    Optional<String> key = definitionId(place.list());
    Optional<XmlElement> level = level(place.list(), place.level());
    if (key.isEmpty() || level.isEmpty()) {
      return Optional.empty();
    }
    Counts count = counts.computeIfAbsent(key.get(), k -> new Counts());
    startOver(place.list(), count);
    int at = place.level();
    count.at[at] = count.running[at] ? count.at[at] + 1 : start(place.list(), at);
    count.running[at] = true;
    for (int deeper = at + 1; deeper < LEVELS; deeper++) {
      if (restarts(place.list(), deeper, at)) {
        count.running[deeper] = false;
      }
    }
    return Optional.of(new Numbered(at + 1, label(place, level.get(), count)));
  }

  /** A list whose level is told to start over does so when the list is first used. */
  private void startOver(String list, Counts count) {
    for (int i = 0; i < LEVELS; i++) {
      Optional<XmlElement> override = override(list, i);
      if (override.flatMap(o -> o.number("startOverride")).isPresent()
          && startedOver.add(new Place(list, i))) {
        count.running[i] = false;
      }
    }
  }

  private boolean restarts(String list, int level, int after) {
    int restart = level(list, level).flatMap(l -> l.number("lvlRestart")).orElse(level);
    return restart != 0 && after < restart;
  }

  private int start(String list, int level) {
    return override(list, level)
        .flatMap(o -> o.number("startOverride"))
        .or(() -> level(list, level).flatMap(l -> l.number("start")))
        .orElse(level(list, level).isPresent() ? 0 : 1);
  }

  private String label(Place place, XmlElement level, Counts count) {
    String template = level.value("lvlText").orElse("");
    if (format(level).equals("bullet")) {
      return "•";
    }
    boolean legal = level.isOn("isLgl");
    var label = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      int named = i + 1 < template.length() ? template.charAt(i + 1) - '1' : -1;
      if (c == '%' && named >= 0 && named < LEVELS) {
        int number = count.running[named] ? count.at[named] : start(place.list(), named);
        String format = level(place.list(), named).map(WordNumbering::format).orElse("decimal");
        label.append(Numerals.of(number, legal && named < place.level() ? "decimal" : format));
        i++;
      } else {
        label.append(c);
      }
    }
    return label.toString().strip();
  }

  private static String format(XmlElement level) {
    return level
        .value("numFmt")
        .or(() -> level.at("AlternateContent", "Choice").flatMap(c -> c.value("numFmt")))
        .orElse("decimal");
  }

  private Optional<XmlElement> level(String list, int level) {
    String wanted = Integer.toString(level);
    return override(list, level)
        .flatMap(o -> o.child("lvl"))
        .or(
            () ->
                definition(list)
                    .flatMap(
                        d ->
                            d.children("lvl")
                                .filter(l -> l.attribute("ilvl").filter(wanted::equals).isPresent())
                                .findFirst()));
  }

  private Optional<XmlElement> override(String list, int level) {
    String wanted = Integer.toString(level);
    return Optional.ofNullable(lists.get(list))
        .flatMap(
            n ->
                n.children("lvlOverride")
                    .filter(o -> o.attribute("ilvl").filter(wanted::equals).isPresent())
                    .findFirst());
  }

  private Optional<XmlElement> definition(String list) {
    return definitionId(list).map(abstracts::get);
  }

  private Optional<String> definitionId(String list) {
    return Optional.ofNullable(lists.get(list))
        .flatMap(n -> n.value("abstractNumId"))
        .filter(abstracts::containsKey)
        .map(
            id ->
                Optional.ofNullable(abstracts.get(id))
                    .flatMap(a -> a.value("numStyleLink"))
                    .flatMap(style -> Optional.ofNullable(byStyleLink.get(style)))
                    .orElse(id));
  }
}
