package io.rapporteur.schemas.reference;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people write when they mean a recommendation: {@code 13(jj)}, {@code 13 (يي)}, {@code
 * 13.jj}, the whole id, each also after the document's id, symbol or short name ({@code 2020
 * 13(jj)}), with digits and letters of any of the six languages.
 *
 * <p>A reference that fits more than one item is answered with the candidates and never guessed.
 * Letters fit an item if they are its canonical label, or if the document prints them for it: the
 * seed prints {@code (ي)} for both the 10th and the 36th item of its paragraph 13, so {@code 13(ي)}
 * fits both. An item of a list within an item is meant by its whole path alone: {@code 13(a)(i)}.
 */
public final class References {

  private static final int LONGEST = 200;

  private References() {}

  /**
   * An item that can be referred to.
   *
   * @param id its whole id
   * @param document document id
   * @param symbol symbol of the document
   * @param shortName of the document; empty if it has none
   * @param paragraph number of the paragraph
   * @param label canonical label
   * @param printedLabels label as printed, by language
   */
  public record Referable(
      String id,
      String document,
      String symbol,
      String shortName,
      String paragraph,
      String label,
      Map<String, String> printedLabels) {

    /** Copies the labels. */
    public Referable {
      printedLabels = Map.copyOf(printedLabels);
    }

    /** For people: {@code 13(jj)}, {@code 13(a)(i)}, {@code 13(a bis)}, {@code 115.1}. */
    public String shown() {
      if (Character.isDigit(label.charAt(0))) {
        return paragraph + "." + label;
      }
      return paragraph
          + Arrays.stream(label.split("\\."))
              .map(part -> "(" + part.replace('-', ' ') + ")")
              .collect(Collectors.joining());
    }

    /** For people, where several documents are in question: {@code 2020 13(jj)}. */
    public String shownWithDocument() {
      return shortName.isEmpty() ? symbol + ", " + shown() : shortName + " " + shown();
    }
  }

  /** What a reference comes to. */
  public sealed interface Resolution {}

  /** Exactly one item. */
  public record Found(String id) implements Resolution {}

  /** More than one item. */
  public record Ambiguous(List<Candidate> candidates) implements Resolution {
    /** Copies the list. */
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /** No item. */
  public record NothingFits() implements Resolution {}

  /**
   * One of several items that a reference fits.
   *
   * @param id whole id
   * @param shown for people: {@code 13(jj)}, after the document's short name or symbol where
   *     several are in question
   */
  public record Candidate(String id, String shown) {}

  /**
   * Resolves a reference among items. Any string is accepted; the work is linear in its length,
   * which is cut at 200 characters.
   */
  public static Resolution resolve(String reference, Collection<Referable> items) {
    if (reference.length() > LONGEST) {
      return new NothingFits();
    }
    List<Referable> fitting = items.stream().filter(item -> item.id().equals(reference)).toList();
    if (fitting.isEmpty()) {
      String tidy = tidy(reference);
      fitting = items.stream().filter(item -> fits(tidy, item)).toList();
    }
    return switch (fitting.size()) {
      case 0 -> new NothingFits();
      case 1 -> new Found(fitting.getFirst().id());
      default -> new Ambiguous(candidates(fitting));
    };
  }

  static List<Candidate> candidates(List<Referable> items) {
    boolean severalDocuments = items.stream().map(Referable::document).distinct().count() > 1;
    return items.stream()
        .map(
            item ->
                new Candidate(
                    item.id(), severalDocuments ? item.shownWithDocument() : item.shown()))
        .toList();
  }

  private static boolean fits(String tidy, Referable item) {
    String paragraph = tidy(item.paragraph());
    return Stream.of("", item.document(), item.symbol(), item.shortName())
        .map(References::tidy)
        .filter(tidy::startsWith)
        .map(document -> afterParagraph(tidy.substring(document.length()), paragraph))
        .flatMap(Optional::stream)
        .anyMatch(letters -> lettersFit(letters, item));
  }

  private static boolean lettersFit(String letters, Referable item) {
    boolean whole = item.label().indexOf('.') < 0;
    boolean printed =
        whole && item.printedLabels().values().stream().anyMatch(p -> LabelSeries.same(p, letters));
    return printed
        || LabelSeries.canonical(letters).filter(item.label()::equals).isPresent()
        || LabelSeries.same(item.label(), letters);
  }

  /** What follows the number of the paragraph; empty if the reference names another paragraph. */
  private static Optional<String> afterParagraph(String reference, String paragraph) {
    int start = 0;
    while (start < reference.length() && separator(reference.charAt(start))) {
      start++;
    }
    if (!reference.startsWith(paragraph, start)) {
      return Optional.empty();
    }
    String letters = reference.substring(start + paragraph.length());
    boolean numberGoesOn = !letters.isEmpty() && Character.isDigit(letters.charAt(0));
    return numberGoesOn ? Optional.empty() : Optional.of(letters);
  }

  private static boolean separator(char c) {
    return c == '.' || c == ',' || c == '،' || c == ':' || c == '/' || c == '-';
  }

  /**
   * Compatibility forms folded, digits made ASCII, spaces and direction marks dropped, lower case.
   */
  static String tidy(String text) {
    var tidy = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(
            c ->
                !Character.isWhitespace(c)
                    && !Character.isSpaceChar(c)
                    && Character.getType(c) != Character.FORMAT)
        .forEach(
            c -> {
              int digit = Character.digit(c, 10);
              if (digit >= 0) {
                tidy.append((char) ('0' + digit));
              } else {
                tidy.appendCodePoint(c);
              }
            });
    return tidy.toString().toLowerCase(Locale.ROOT);
  }
}
