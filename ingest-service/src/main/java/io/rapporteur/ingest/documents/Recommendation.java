package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Proposer;
import io.rapporteur.ingest.reading.Section;
import io.rapporteur.schemas.reference.References.Referable;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A recommendation as it is published.
 *
 * @param revision of the last event that counted; 0 if it is not published
 * @param status whether it is still put forward
 * @param into id of the recommendation that it was merged into, for a merged one
 * @param shortName of the document; empty if it has none
 * @param version a rewording by the group makes the next; a comment names the one it addresses
 * @param language of the reading that leads, whose label it bears
 * @param wordings by language
 * @param proposers who proposed it; not part of the text
 * @param annotations what stands beside it in the document
 */
public record Recommendation(
    String id,
    int revision,
    Status status,
    Optional<String> into,
    String document,
    String symbol,
    String shortName,
    int version,
    String paragraph,
    int ordinal,
    int place,
    String label,
    Heading heading,
    String language,
    Map<String, Wording> wordings,
    List<Proposer> proposers,
    Map<String, String> annotations) {

  /** Copies the collections. */
  public Recommendation {
    wordings = Collections.unmodifiableMap(new LinkedHashMap<>(wordings));
    proposers = List.copyOf(proposers);
  }

  /** Whether it is still put forward. */
  public enum Status {
    STANDING,
    WITHDRAWN,
    MERGED;

    /** The word in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The section that it stands under, in all languages.
   *
   * @param id of the section
   * @param disclaimers the opening words of the list, by language
   */
  public record Heading(
      String id,
      String paragraph,
      Map<String, String> headings,
      String agendaItem,
      Map<String, String> disclaimers) {

    /** Copies the maps. */
    public Heading {
      headings = Map.copyOf(headings);
      disclaimers = Map.copyOf(disclaimers);
    }

    /** The heading of a section that was read in one language. */
    public static Heading of(Section section, String language) {
      return new Heading(
          section.id(),
          section.paragraph(),
          section.headings(),
          section.agendaItem(),
          Map.of(language, section.disclaimer()));
    }

    /** The same with what another reading of it says in its language. */
    public Heading with(Heading other) {
      return new Heading(
          id,
          paragraph,
          both(headings, other.headings),
          agendaItem,
          both(disclaimers, other.disclaimers));
    }

    private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
      Map<String, String> both = new HashMap<>(one);
      both.putAll(other);
      return both;
    }
  }

  /** The wording in the language that leads. */
  public Wording leading() {
    return wording(language).orElseThrow();
  }

  /** The wording in a language. */
  public Optional<Wording> wording(String inLanguage) {
    return Optional.ofNullable(wordings.get(inLanguage));
  }

  /** The texts by language. */
  public Map<String, String> texts() {
    return wordings.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().text()));
  }

  /** The labels by language, as printed. */
  public Map<String, String> printedLabels() {
    return wordings.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().printedLabel()));
  }

  /** What a reference can mean. */
  public Referable referable() {
    return new Referable(id, document, symbol, shortName, paragraph, label, printedLabels());
  }

  /** Whether a text of it was read by machine. */
  public boolean machineRead() {
    return wordings.values().stream().anyMatch(Wording::machineRead);
  }

  /** The same at another place among all of the document. */
  Recommendation at(int newPlace) {
    return copy(version, newPlace, label, heading, wordings, proposers, annotations);
  }

  /**
   * The same with the words of a reading in its language.
   *
   * @param worded the version that the words are of
   */
  Recommendation saying(Recommendation read, int worded) {
    Map<String, Wording> all = new LinkedHashMap<>(wordings);
    all.put(read.language, read.leading().ofVersion(worded));
    boolean leads = read.language.equals(language);
    return copy(
        Math.max(version, worded),
        place,
        leads ? read.label : label,
        heading.with(read.heading),
        all,
        leads ? read.proposers : proposers,
        leads ? read.annotations : annotations);
  }

  private Recommendation copy(
      int newVersion,
      int newPlace,
      String newLabel,
      Heading newHeading,
      Map<String, Wording> newWordings,
      List<Proposer> newProposers,
      Map<String, String> newAnnotations) {
    return new Recommendation(
        id,
        revision,
        status,
        into,
        document,
        symbol,
        shortName,
        newVersion,
        paragraph,
        ordinal,
        newPlace,
        newLabel,
        newHeading,
        language,
        newWordings,
        newProposers,
        newAnnotations);
  }

  /** The first version of each item of a reading, in its language alone. */
  public static List<Recommendation> of(Document document) {
    return document.reading().items().stream().map(item -> first(document, item)).toList();
  }

  private static Recommendation first(Document document, Item item) {
    Manifest manifest = document.manifest();
    Section section =
        document.reading().sections().stream()
            .filter(s -> s.id().equals(item.section()))
            .findFirst()
            .orElseThrow();
    return new Recommendation(
        item.id(),
        0,
        Status.STANDING,
        Optional.empty(),
        manifest.document(),
        manifest.symbol(),
        manifest.shortName(),
        1,
        item.paragraph(),
        item.ordinal(),
        item.place(),
        item.label(),
        Heading.of(section, manifest.language()),
        manifest.language(),
        Map.of(manifest.language(), Wording.read(item, manifest.machineRead())),
        item.proposers(),
        item.annotations());
  }
}
