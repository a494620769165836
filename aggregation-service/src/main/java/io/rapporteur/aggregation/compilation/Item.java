package io.rapporteur.aggregation.compilation;

import io.rapporteur.schemas.reference.References.Referable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recommendation of a consultation, in the order of the text.
 *
 * @param shortName of the document; empty if it has none
 * @param number running number within the consultation
 * @param printedLabels by language
 * @param language that leads
 * @param machineRead the text is not the authentic one
 * @param status word: {@code standing}, {@code withdrawn} or {@code merged}
 * @param footnotes of its texts
 * @param into id of the item that it was merged into
 */
public record Item(
    String id,
    String document,
    String symbol,
    String shortName,
    int number,
    String paragraph,
    String label,
    Map<String, String> printedLabels,
    String language,
    Section section,
    int version,
    Map<String, String> texts,
    boolean machineRead,
    String status,
    List<Footnote> footnotes,
    Optional<String> into) {

  /** The status of an item that is still put forward. */
  public static final String STANDING = "standing";

  /** One that was not merged into another. */
  public Item(
      String id,
      String document,
      String symbol,
      String shortName,
      int number,
      String paragraph,
      String label,
      Map<String, String> printedLabels,
      String language,
      Section section,
      int version,
      Map<String, String> texts,
      boolean machineRead,
      String status,
      List<Footnote> footnotes) {
    this(
        id,
        document,
        symbol,
        shortName,
        number,
        paragraph,
        label,
        printedLabels,
        language,
        section,
        version,
        texts,
        machineRead,
        status,
        footnotes,
        Optional.empty());
  }

  /** What a reference can mean. */
  public Referable referable() {
    return new Referable(id, document, symbol, shortName, paragraph, label, printedLabels);
  }

  /** The label as the language that leads prints it. */
  public String printedLabel() {
    return printedLabels.getOrDefault(language, label);
  }

  /**
   * A footnote of one of the texts.
   *
   * @param marker as printed, without brackets
   * @param text its paragraphs are parted by line feeds
   * @param offset place of the marker in the text: characters before it
   */
  public record Footnote(String marker, String text, int offset, String language) {}

  /** The section it stands under, with the words that must travel with it. */
  public record Section(
      String id,
      Map<String, String> headings,
      Optional<String> agendaItem,
      Map<String, String> disclaimers) {

    /** The section of these items, with all that any of them says of it in any language. */
    public static Section all(List<Item> items) {
      Map<String, String> headings = new HashMap<>();
      Map<String, String> disclaimers = new HashMap<>();
      for (Item item : items) {
        headings.putAll(item.section().headings());
        disclaimers.putAll(item.section().disclaimers());
      }
      Section first = items.getFirst().section();
      return new Section(first.id(), headings, first.agendaItem(), disclaimers);
    }
  }
}
