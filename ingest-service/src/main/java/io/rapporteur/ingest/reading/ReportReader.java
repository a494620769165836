package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.reading.ListProposals.Proposal;
import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.ingest.source.Refusal;
import io.rapporteur.ingest.source.Refusal.Fault;
import io.rapporteur.ingest.source.Refusal.Reason;
import io.rapporteur.ingest.source.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the recommendations out of a report. Which paragraphs hold them is said by the manifest, or
 * proposed and then confirmed by a human; it is never guessed: the lettered agenda of a meeting
 * looks the same. Stateless.
 */
public final class ReportReader {

  private ReportReader() {}

  /** Reads a report without recognizing those who proposed its items. */
  public static ReadingResult read(Source source, Manifest manifest) {
    return read(source, manifest, printed -> Optional.empty());
  }

  /**
   * Reads a report. What is missing from a list or left open is a question of the reading; a list
   * that is not there is a fault.
   *
   * @return the reading, or every fault that was found
   */
  public static ReadingResult read(
      Source source, Manifest manifest, RecognizingParticipants recognizing) {
    return manifest.lists().isEmpty()
        ? propose(source, manifest, recognizing)
        : readNamed(source, manifest, recognizing);
  }

  private static ReadingResult propose(
      Source source, Manifest manifest, RecognizingParticipants recognizing) {
    List<Proposal> proposals =
        ListProposals.in(source, manifest.language()).stream()
            .sorted(Comparator.comparingInt(each -> Integer.parseInt(each.paragraph())))
            .toList();
    if (proposals.isEmpty()) {
      return new ReadingResult.Refused(
          Refusal.because(
              Reason.NOT_A_REPORT,
              "lists",
              "missing, and no list looks like recommendations",
              "the paragraphs that hold recommendations"));
    }
    Manifest named =
        manifest.naming(
            proposals.stream()
                .map(each -> new ListOfRecommendations(each.paragraph(), "", Map.of()))
                .toList());
    return switch (readNamed(source, named, recognizing)) {
      case ReadingResult.Read(Reading reading) ->
          new ReadingResult.Read(
              reading.proposing(
                  proposals.stream()
                      .map(
                          each ->
                              new ListProposal(
                                  manifest.document() + "." + each.paragraph(), each.reasons()))
                      .toList()));
      case ReadingResult.Refused refused -> refused;
    };
  }

  private static ReadingResult readNamed(
      Source source, Manifest manifest, RecognizingParticipants recognizing) {
    var outline = new Outline(source);
    var assembling = new AssemblingReading(manifest, recognizing);
    List<Fault> faults = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (ListOfRecommendations list : manifest.lists()) {
      if (named.add(AssemblingReading.key(list))) {
        readList(source, outline, list, assembling).ifPresent(faults::add);
      } else {
        faults.add(new Fault("lists.paragraph", list.paragraph(), "each list once"));
      }
    }
    for (String id : assembling.clashes()) {
      faults.add(new Fault("lists", id, "lists of which no two hold the same item"));
    }
    if (outline.empty() && assembling.empty()) {
      faults.clear();
      faults.add(
          new Fault(
              "file", "no numbered paragraph", "a report whose paragraphs are numbered from 1"));
    }
    return faults.isEmpty()
        ? new ReadingResult.Read(assembling.reading())
        : new ReadingResult.Refused(new Refusal(Reason.NOT_A_REPORT, faults));
  }

  private static Optional<Fault> readList(
      Source source, Outline outline, ListOfRecommendations list, AssemblingReading assembling) {
    String name = list.paragraph();
    List<String> meant = outline.meant(name);
    if (meant.size() > 1) {
      return Optional.of(new Fault("lists.paragraph", name, "one of " + String.join(", ", meant)));
    }
    Optional<Block> block = outline.block(name);
    if (block.isPresent() && assembling.list(list, block.get())) {
      return Optional.empty();
    }
    if (assembling.table(list, source)) {
      return Optional.empty();
    }
    return Optional.of(
        block.isPresent()
            ? new Fault(
                "lists.paragraph",
                name,
                "a paragraph that holds a list; here no label fits a series")
            : new Fault(
                "lists.paragraph",
                name,
                "a paragraph of the report, 1 to " + outline.paragraphs().count()));
  }
}
