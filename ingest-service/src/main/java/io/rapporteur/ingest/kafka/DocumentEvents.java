package io.rapporteur.ingest.kafka;

import io.rapporteur.events.DocumentEvent;
import io.rapporteur.events.DocumentRead;
import io.rapporteur.events.ReadingCorrected;
import io.rapporteur.events.ReadingCorrection;
import io.rapporteur.events.ReadingQuestion;
import io.rapporteur.events.RecommendationReading;
import io.rapporteur.ingest.documents.Correction;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.KeptCorrections;
import io.rapporteur.ingest.documents.SourceFile;
import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.ListProposal;
import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.ingest.reading.Question;
import io.rapporteur.ingest.reading.QuestionKind;
import io.rapporteur.ingest.reading.Reading;
import io.rapporteur.ingest.reading.Section;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From documents to events and back. */
final class DocumentEvents {

  private DocumentEvents() {}

  static DocumentRead read(Document document) {
    Manifest manifest = document.manifest();
    return DocumentRead.newBuilder()
        .setSymbol(manifest.symbol())
        .setTitles(manifest.titles())
        .setLanguage(manifest.language())
        .setMachineRead(manifest.machineRead())
        .setShortName(manifest.shortName())
        .setSourceName(document.file().name())
        .setSourceDigest(document.file().digest())
        .setFormat(document.file().format())
        .setEncoding(document.file().encoding())
        .setSections(
            document.reading().sections().stream()
                .map(section -> ReadingParts.section(section, manifest.language()))
                .toList())
        .setRecommendations(
            document.reading().items().stream()
                .map(item -> reading(item, manifest.language()))
                .toList())
        .setQuestions(
            document.reading().questions().stream().map(DocumentEvents::question).toList())
        .setProposals(
            document.reading().proposals().stream()
                .map(p -> new io.rapporteur.events.ListProposal(p.section(), p.reasons()))
                .toList())
        .build();
  }

  private static RecommendationReading reading(Item item, String language) {
    return RecommendationReading.newBuilder()
        .setId(item.id())
        .setParagraph(item.paragraph())
        .setOrdinal(item.ordinal())
        .setPlace(item.place())
        .setLabel(item.label())
        .setPrintedLabel(item.printedLabel())
        .setSection(item.section())
        .setText(item.text())
        .setFootnotes(ReadingParts.footnotes(item.footnotes(), language))
        .setFirstLine(item.firstLine())
        .setLastLine(item.lastLine())
        .setRepairs(ReadingParts.repairs(item.repairs()))
        .setProposers(ReadingParts.proposers(item.proposers()))
        .setConfidence(item.confidence())
        .setAlternatives(item.alternatives())
        .setAnnotations(item.annotations())
        .build();
  }

  /**
   * Folds the counted events of one document, in their order.
   *
   * @return its language versions; the one that was read first leads and comes first
   */
  static List<Document> versions(List<DocumentEvent> events) {
    Map<String, Document> versions = new LinkedHashMap<>();
    for (DocumentEvent event : events) {
      switch (event.getFact()) {
        case DocumentRead read -> versions.put(read.getLanguage(), document(event, read));
        case ReadingCorrected corrected ->
            versions.computeIfPresent(
                corrected.getLanguage().isEmpty() ? first(versions) : corrected.getLanguage(),
                (language, standing) -> standing.corrected(kept(event, corrected)));
        default -> {
          // A fact of a later version, of which this one says nothing.
        }
      }
    }
    return versions.values().stream()
        .map(
            version ->
                version.at(
                    version.language().equals(first(versions)), events.getLast().getRevision()))
        .toList();
  }

  private static String first(Map<String, Document> versions) {
    return versions.keySet().stream().findFirst().orElse("");
  }

  private static Document document(DocumentEvent event, DocumentRead read) {
    List<Section> sections =
        read.getSections().stream().map(s -> ReadingParts.section(s, read.getLanguage())).toList();
    List<Item> items =
        read.getRecommendations().stream()
            .map(
                r ->
                    new Item(
                        r.getId(),
                        r.getParagraph(),
                        r.getOrdinal(),
                        r.getPlace(),
                        r.getLabel(),
                        r.getPrintedLabel(),
                        r.getSection(),
                        r.getText(),
                        ReadingParts.footnotesOf(r.getFootnotes()),
                        r.getFirstLine(),
                        r.getLastLine(),
                        ReadingParts.repairsOf(r.getRepairs()),
                        ReadingParts.proposersOf(r.getProposers()),
                        r.getConfidence(),
                        r.getAlternatives(),
                        r.getAnnotations()))
            .toList();
    List<ListOfRecommendations> lists =
        sections.stream()
            .map(
                section -> {
                  Map<String, String> headings = new HashMap<>(section.headings());
                  headings.remove(read.getLanguage());
                  return new ListOfRecommendations(
                      section.paragraph(), section.agendaItem(), headings);
                })
            .toList();
    return Document.read(
        new Manifest(
            event.getDocument(),
            read.getSymbol(),
            read.getShortName(),
            read.getTitles(),
            read.getLanguage(),
            read.getMachineRead(),
            lists),
        new SourceFile(
            read.getSourceName(),
            read.getSourceDigest(),
            read.getFormat(),
            read.getEncoding(),
            event.getOccurredAt()),
        new Reading(
            sections,
            items,
            read.getQuestions().stream().map(DocumentEvents::question).toList(),
            read.getProposals().stream()
                .map(p -> new ListProposal(p.getSection(), p.getReasons()))
                .toList()),
        event.getRevision());
  }

  private static ReadingQuestion question(Question question) {
    return new ReadingQuestion(
        question.kind().word(), question.line(), question.what(), question.candidates());
  }

  private static Question question(ReadingQuestion question) {
    return new Question(
        QuestionKind.valueOf(question.getKind().toUpperCase(Locale.ROOT).replace('-', '_')),
        question.getLine(),
        question.getWhat(),
        question.getCandidates());
  }

  static ReadingCorrected corrected(KeptCorrections made, String language) {
    return new ReadingCorrected(
        made.corrections().stream().map(DocumentEvents::correction).toList(),
        made.reason(),
        language);
  }

  private static ReadingCorrection correction(Correction correction) {
    var kept = ReadingCorrection.newBuilder().setItem(correction.item());
    return switch (correction) {
      case Correction.Label(String item, String label, boolean keepsId) ->
          kept.setKind("label").setLabel(label).setKeepsId(keepsId).build();
      case Correction.Text(String item, String text) -> kept.setKind("text").setText(text).build();
      case Correction.Split(String item, int at, String label) ->
          kept.setKind("split").setAt(at).setLabel(label).build();
      case Correction.Join(String item, String next) -> kept.setKind("join").setOther(next).build();
      case Correction.Confirm(String item) -> kept.setKind("confirm").build();
      case Correction.Drop(String item) -> kept.setKind("drop").build();
      case Correction.Absent(String item) -> kept.setKind("absent").build();
      case Correction.ConfirmList(String item) -> kept.setKind("confirm-list").build();
      case Correction.DropList(String item) -> kept.setKind("drop-list").build();
      case Correction.MoveFootnote(String item, String marker, String to, int offset) ->
          kept.setKind("move-footnote").setMarker(marker).setOther(to).setAt(offset).build();
    };
  }

  private static KeptCorrections kept(DocumentEvent event, ReadingCorrected made) {
    return new KeptCorrections(
        made.getCorrections().stream().map(DocumentEvents::correction).toList(),
        made.getReason(),
        event.getBy(),
        event.getOccurredAt());
  }

  private static Correction correction(ReadingCorrection kept) {
    String item = kept.getItem();
    return switch (kept.getKind()) {
      case "label" -> new Correction.Label(item, kept.getLabel(), kept.getKeepsId());
      case "text" -> new Correction.Text(item, kept.getText());
      case "split" -> new Correction.Split(item, kept.getAt(), kept.getLabel());
      case "join" -> new Correction.Join(item, kept.getOther());
      case "confirm" -> new Correction.Confirm(item);
      case "drop" -> new Correction.Drop(item);
      case "absent" -> new Correction.Absent(item);
      case "confirm-list" -> new Correction.ConfirmList(item);
      case "drop-list" -> new Correction.DropList(item);
      case "move-footnote" ->
          new Correction.MoveFootnote(item, kept.getMarker(), kept.getOther(), kept.getAt());
      default ->
          throw new IllegalStateException(
              "kind: " + kept.getKind() + " (expected: a correction of this version)");
    };
  }
}
