package io.rapporteur.aggregation.paper;

import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a paper that items of reports are: sections with the words that must travel with
 * them, and recommendations. Immutable.
 */
public final class ItemParts {

  private final Consultation consultation;
  private final UnLanguage language;
  private final Words words;

  /** Parts of a paper in a language. */
  public ItemParts(Consultation consultation, UnLanguage language) {
    this.consultation = consultation;
    this.language = language;
    this.words = Words.in(language);
  }

  /** Items by section, in the order of the text. */
  public static Collection<List<Item>> bySection(Collection<Item> items) {
    Map<String, List<Item>> sections = new LinkedHashMap<>();
    items.forEach(
        item -> sections.computeIfAbsent(item.section().id(), id -> new ArrayList<>()).add(item));
    return sections.values();
  }

  /** The heading of items of one section; at least one. */
  public Part section(List<Item> inSection) {
    Item.Section section = Item.Section.all(inSection);
    Item first = inSection.getFirst();
    return new Part.Section(
        section.id(),
        first.document(),
        first.paragraph(),
        wording(section.headings(), first),
        section.agendaItem(),
        Optional.of(wording(section.disclaimers(), first)).filter(w -> !w.isBlank()));
  }

  /** An item with the footnotes of the text that is shown. */
  public Part item(Item item) {
    Wording text = wording(item.texts(), item);
    return new Part.Item(
        item,
        reference(item),
        text,
        item.footnotes().stream()
            .filter(note -> note.language().equals(text.language()))
            .sorted(Comparator.comparingInt(Item.Footnote::offset))
            .toList());
  }

  /** What an item is called within a sentence. */
  public String called(Item item) {
    return words.word("item", Integer.toString(item.number())) + ", " + reference(item);
  }

  private String reference(Item item) {
    return consultation.documents().size() > 1
        ? item.referable().shownWithDocument()
        : item.referable().shown();
  }

  private Wording wording(Map<String, String> texts, Item item) {
    return Wording.of(texts, language.tag(), item.language());
  }
}
