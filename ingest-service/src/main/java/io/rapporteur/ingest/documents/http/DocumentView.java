package io.rapporteur.ingest.documents.http;

import io.rapporteur.ingest.documents.Difference;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.KeptCorrections;
import io.rapporteur.ingest.documents.Recommendation;
import io.rapporteur.ingest.documents.Recommendation.Heading;
import io.rapporteur.ingest.http.RecommendationView;
import io.rapporteur.ingest.http.SectionView;
import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.ListProposal;
import io.rapporteur.ingest.reading.Question;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A document, how it was read, and how that differs from what is published; {@code repairs} counts
 * what the secretariat should look at.
 *
 * @param revision to name when it is changed
 * @param shortName empty if it has none
 * @param languages of the report that were read; the first leads
 * @param format as found in the file
 * @param encoding of text and HTML, as found or as it was said to be; empty for others
 * @param corrections made by hand since the file was read
 * @param differences from what is published; before that, from the reading that leads, so that a
 *     language shows what it lacks or has beyond
 * @param proposals lists that wait for a human decision
 * @param undecided items whose label waits for a human decision
 * @param questions what is missing from the lists, and what was left open
 */
record DocumentView(
    String id,
    int revision,
    String symbol,
    String shortName,
    Map<String, String> titles,
    String language,
    List<String> languages,
    boolean machineRead,
    String sourceName,
    String sourceDigest,
    String format,
    String encoding,
    int repairs,
    List<CorrectionsView> corrections,
    List<DifferenceView> differences,
    List<UndecidedView> undecided,
    List<QuestionView> questions,
    List<ProposalView> proposals,
    List<SectionView> sections,
    List<RecommendationView> items) {

  /**
   * Shows a document.
   *
   * @param versions of its report, the leading one first
   */
  static DocumentView of(
      Document document, List<Document> versions, List<Recommendation> published) {
    List<Recommendation> items = Recommendation.of(document);
    return new DocumentView(
        document.id(),
        document.revision(),
        document.manifest().symbol(),
        document.manifest().shortName(),
        document.manifest().titles(),
        document.language(),
        versions.stream().map(Document::language).toList(),
        document.manifest().machineRead(),
        document.file().name(),
        document.file().digest(),
        document.file().format(),
        document.file().encoding(),
        document.reading().items().stream().mapToInt(item -> item.repairs().size()).sum(),
        document.corrections().stream().map(CorrectionsView::of).toList(),
        Difference.between(
                document, published.isEmpty() ? Recommendation.of(versions.getFirst()) : published)
            .stream()
            .map(difference -> DifferenceView.of(difference, document.language()))
            .toList(),
        document.reading().undecided().stream().map(UndecidedView::of).toList(),
        document.reading().questions().stream().map(QuestionView::of).toList(),
        document.reading().proposals().stream().map(ProposalView::of).toList(),
        document.reading().sections().stream()
            .map(section -> SectionView.of(Heading.of(section, document.language())))
            .toList(),
        items.stream()
            .map(item -> RecommendationView.of(item, item.place(), item.referable().shown()))
            .toList());
  }

  /** Corrections of one act; {@code corrected} are the ids of their items as they stood before. */
  record CorrectionsView(List<String> corrected, String reason, String by, Instant at) {

    static CorrectionsView of(KeptCorrections kept) {
      return new CorrectionsView(
          kept.corrections().stream().map(correction -> correction.item()).distinct().toList(),
          kept.reason(),
          kept.by(),
          kept.at());
    }
  }

  /** An item that waits for a decision; an empty alternative is that it is none. */
  record UndecidedView(String id, int line, double confidence, List<String> alternatives) {

    static UndecidedView of(Item item) {
      return new UndecidedView(item.id(), item.firstLine(), item.confidence(), item.alternatives());
    }
  }

  /** A list that is proposed, with the reasons; {@code section} is the id to confirm or drop. */
  record ProposalView(String section, List<String> reasons) {

    static ProposalView of(ListProposal proposal) {
      return new ProposalView(proposal.section(), proposal.reasons());
    }
  }

  /** A question; line 0 if it has none. */
  record QuestionView(String kind, int line, String what, List<String> candidates) {

    static QuestionView of(Question question) {
      return new QuestionView(
          question.kind().word(), question.line(), question.what(), question.candidates());
    }
  }
}
