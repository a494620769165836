package io.rapporteur.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.ingest.documents.Recommendation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation as it is shown.
 *
 * @param number running number within what is shown, the same in six languages
 * @param reference for people: {@code 13(jj)}, after the document's short name or symbol where a
 *     consultation has several
 * @param status {@code standing}, {@code withdrawn} or {@code merged}
 * @param printedLabel in the language that leads, whose lines and repairs these are
 * @param section id of its section
 * @param outdated languages that have not followed a rewording yet
 * @param annotations what stands beside it in the document
 * @param sourceLines first and last line of the source
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecommendationView(
    String id,
    String document,
    String symbol,
    int number,
    String reference,
    String paragraph,
    int ordinal,
    String label,
    String printedLabel,
    Map<String, String> printedLabels,
    String section,
    int version,
    String status,
    @Nullable String mergedInto,
    Map<String, String> texts,
    List<String> outdated,
    boolean machineRead,
    List<FootnoteView> footnotes,
    List<Integer> sourceLines,
    List<RepairView> repairs,
    List<ProposerView> proposers,
    Map<String, String> annotations) {

  /** Shows a recommendation under its running number and the reference that people use. */
  public static RecommendationView of(Recommendation item, int number, String reference) {
    return new RecommendationView(
        item.id(),
        item.document(),
        item.symbol(),
        number,
        reference,
        item.paragraph(),
        item.ordinal(),
        item.label(),
        item.leading().printedLabel(),
        item.printedLabels(),
        item.heading().id(),
        item.version(),
        item.status().word(),
        item.into().orElse(null),
        item.texts(),
        outdated(item),
        item.machineRead(),
        item.wordings().entrySet().stream()
            .flatMap(
                worded ->
                    worded.getValue().footnotes().stream()
                        .map(
                            f ->
                                new FootnoteView(
                                    f.marker(), f.text(), f.offset(), worded.getKey())))
            .toList(),
        List.of(item.leading().firstLine(), item.leading().lastLine()),
        item.leading().repairs().stream()
            .map(
                r ->
                    new RepairView(
                        r.kind().word(),
                        r.line(),
                        r.printed(),
                        r.taken(),
                        r.reason(),
                        r.confidence()))
            .toList(),
        item.proposers().stream()
            .map(p -> new ProposerView(p.name(), p.participant().orElse(null)))
            .toList(),
        item.annotations());
  }

  private static List<String> outdated(Recommendation item) {
    return item.wordings().entrySet().stream()
        .filter(worded -> worded.getValue().version() < item.version())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** A footnote; the offset counts the characters of the text before its marker. */
  public record FootnoteView(String marker, String text, int offset, String language) {}

  /** Who proposed it, as printed; the code is null if the name is not recognized. */
  public record ProposerView(String name, @Nullable String participant) {}

  /** What the reader repaired. */
  public record RepairView(
      String kind, int line, String printed, String taken, String reason, double confidence) {}
}
