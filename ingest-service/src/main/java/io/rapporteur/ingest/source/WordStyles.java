package io.rapporteur.ingest.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The paragraph styles of a Word file, each with those that it is based on. */
final class WordStyles {

  /** Word's own headings, and those of the templates of United Nations documents. */
  private static final Pattern HEADING =
      Pattern.compile("heading \\d|title|_ ?h ?_.*_gr?|h\\d{2,3}.*|_ ?h_?\\d.*", Pattern.DOTALL);

  private static final int LONGEST_CHAIN = 32;

  private final Map<String, XmlElement> styles = new HashMap<>();
  private Optional<String> standard = Optional.empty();

  void add(XmlElement style) {
    style.attribute("styleId").ifPresent(id -> styles.put(id, style));
    if (style.attribute("type").filter("paragraph"::equals).isPresent()
        && style.attribute("default").filter("1"::equals).isPresent()) {
      standard = style.attribute("styleId");
    }
  }

  /** The first answer that a paragraph, its style, or a style that it is based on gives. */
  <T> Optional<T> first(XmlElement paragraph, Function<XmlElement, Optional<T>> of) {
    Optional<T> own = paragraph.child("pPr").flatMap(of);
    if (own.isPresent()) {
      return own;
    }
    return firstInStyles(paragraph, style -> style.child("pPr").flatMap(of));
  }

  /** The first answer of a paragraph's style or of one that it is based on. */
  <T> Optional<T> firstInStyles(XmlElement paragraph, Function<XmlElement, Optional<T>> of) {
    Optional<String> id = styleOf(paragraph);
    for (int i = 0; i < LONGEST_CHAIN && id.isPresent(); i++) {
      XmlElement style = styles.get(id.get());
      if (style == null) {
        return Optional.empty();
      }
      Optional<T> found = of.apply(style);
      if (found.isPresent()) {
        return found;
      }
      id = style.value("basedOn");
    }
    return Optional.empty();
  }

  boolean isHeading(XmlElement paragraph) {
    Optional<Integer> level = first(paragraph, properties -> properties.number("outlineLvl"));
    if (level.isPresent()) {
      return level.get() >= 0 && level.get() < 9;
    }
    return firstInStyles(paragraph, style -> style.value("name"))
        .filter(name -> HEADING.matcher(name.strip().toLowerCase(Locale.ROOT)).matches())
        .isPresent();
  }

  private Optional<String> styleOf(XmlElement paragraph) {
    return paragraph.at("pPr", "pStyle").flatMap(s -> s.attribute("val")).or(() -> standard);
  }
}
