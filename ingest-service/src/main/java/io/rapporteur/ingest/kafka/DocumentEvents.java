package io.rapporteur.ingest.kafka;

import io.rapporteur.events.DocumentEvent;
import io.rapporteur.events.DocumentRead;
import io.rapporteur.events.ReadingQuestion;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.events.RecommendationPublished;
import io.rapporteur.events.RecommendationReading;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.Recommendation;
import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.ingest.reading.Reading;
import io.rapporteur.ingest.reading.Reading.Footnote;
import io.rapporteur.ingest.reading.Reading.Item;
import io.rapporteur.ingest.reading.Reading.Proposer;
import io.rapporteur.ingest.reading.Reading.Question;
import io.rapporteur.ingest.reading.Reading.QuestionKind;
import io.rapporteur.ingest.reading.Reading.Repair;
import io.rapporteur.ingest.reading.Reading.RepairKind;
import io.rapporteur.ingest.reading.Reading.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** From documents and recommendations to events and back. */
final class DocumentEvents {

  private DocumentEvents() {}

  static DocumentRead read(Document document) {
    Manifest manifest = document.manifest();
    return DocumentRead.newBuilder()
        .setSymbol(manifest.symbol())
        .setTitles(manifest.titles())
        .setLanguage(manifest.language())
        .setMachineRead(manifest.machineRead())
        .setSourceName(document.sourceName())
        .setSourceDigest(document.sourceDigest())
        .setSections(
            document.reading().sections().stream()
                .map(section -> section(section, manifest.language()))
                .toList())
        .setRecommendations(
            document.reading().items().stream()
                .map(item -> reading(item, manifest.language()))
                .toList())
        .setQuestions(
            document.reading().questions().stream().map(DocumentEvents::question).toList())
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
        .setFootnotes(footnotes(item.footnotes(), language))
        .setFirstLine(item.firstLine())
        .setLastLine(item.lastLine())
        .setRepairs(repairs(item.repairs()))
        .setProposers(proposers(item.proposers()))
        .setConfidence(item.confidence())
        .setAlternatives(item.alternatives())
        .setAnnotations(item.annotations())
        .build();
  }

  static Document document(DocumentEvent event) {
    var read = (DocumentRead) event.getFact();
    List<Section> sections =
        read.getSections().stream().map(s -> section(s, read.getLanguage())).toList();
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
                        footnotesOf(r.getFootnotes()),
                        r.getFirstLine(),
                        r.getLastLine(),
                        repairsOf(r.getRepairs()),
                        proposersOf(r.getProposers()),
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
    return new Document(
        new Manifest(
            event.getDocument(),
            read.getSymbol(),
            read.getTitles(),
            read.getLanguage(),
            read.getMachineRead(),
            lists),
        read.getSourceName(),
        read.getSourceDigest(),
        new Reading(
            sections, items, read.getQuestions().stream().map(DocumentEvents::question).toList()));
  }

  static RecommendationPublished published(Recommendation item) {
    return RecommendationPublished.newBuilder()
        .setDocument(item.document())
        .setSymbol(item.symbol())
        .setVersion(item.version())
        .setParagraph(item.paragraph())
        .setOrdinal(item.ordinal())
        .setPlace(item.place())
        .setLabel(item.label())
        .setPrintedLabel(item.printedLabel())
        .setSection(section(item.section(), item.language()))
        .setTexts(item.texts())
        .setFootnotes(footnotes(item.footnotes(), item.language()))
        .setMachineRead(item.machineRead())
        .setFirstLine(item.firstLine())
        .setLastLine(item.lastLine())
        .setRepairs(repairs(item.repairs()))
        .setProposers(proposers(item.proposers()))
        .setAnnotations(item.annotations())
        .build();
  }

  static Recommendation recommendation(RecommendationEvent event) {
    var published = (RecommendationPublished) event.getFact();
    String language = published.getSection().getDisclaimers().keySet().iterator().next();
    return new Recommendation(
        event.getRecommendation(),
        published.getDocument(),
        published.getSymbol(),
        published.getVersion(),
        published.getParagraph(),
        published.getOrdinal(),
        published.getPlace(),
        published.getLabel(),
        published.getPrintedLabel(),
        section(published.getSection(), language),
        language,
        published.getTexts(),
        footnotesOf(published.getFootnotes()),
        published.getMachineRead(),
        published.getFirstLine(),
        published.getLastLine(),
        repairsOf(published.getRepairs()),
        proposersOf(published.getProposers()),
        published.getAnnotations());
  }

  private static io.rapporteur.events.Section section(Section section, String language) {
    return io.rapporteur.events.Section.newBuilder()
        .setId(section.id())
        .setParagraph(section.paragraph())
        .setHeadings(section.headings())
        .setAgendaItem(section.agendaItem().isEmpty() ? null : section.agendaItem())
        .setDisclaimers(Map.of(language, section.disclaimer()))
        .build();
  }

  private static Section section(io.rapporteur.events.Section section, String language) {
    return new Section(
        section.getId(),
        section.getParagraph(),
        section.getHeadings(),
        section.getAgendaItem() == null ? "" : section.getAgendaItem(),
        section.getDisclaimers().getOrDefault(language, ""));
  }

  private static List<io.rapporteur.events.Footnote> footnotes(
      List<Footnote> footnotes, String language) {
    return footnotes.stream()
        .map(f -> new io.rapporteur.events.Footnote(f.marker(), f.text(), f.offset(), language))
        .toList();
  }

  private static List<Footnote> footnotesOf(List<io.rapporteur.events.Footnote> footnotes) {
    return footnotes.stream()
        .map(f -> new Footnote(f.getMarker(), f.getText(), f.getOffset()))
        .toList();
  }

  private static List<io.rapporteur.events.Proposer> proposers(List<Proposer> proposers) {
    return proposers.stream()
        .map(p -> new io.rapporteur.events.Proposer(p.name(), p.participant().orElse(null)))
        .toList();
  }

  private static List<Proposer> proposersOf(List<io.rapporteur.events.Proposer> proposers) {
    return proposers.stream()
        .map(p -> new Proposer(p.getName(), Optional.ofNullable(p.getParticipant())))
        .toList();
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

  private static List<io.rapporteur.events.Repair> repairs(List<Repair> repairs) {
    return repairs.stream()
        .map(
            r ->
                new io.rapporteur.events.Repair(
                    r.kind().word(), r.line(), r.printed(), r.taken(), r.reason(), r.confidence()))
        .toList();
  }

  private static List<Repair> repairsOf(List<io.rapporteur.events.Repair> repairs) {
    return repairs.stream()
        .map(
            r ->
                new Repair(
                    RepairKind.valueOf(r.getKind().toUpperCase(Locale.ROOT).replace('-', '_')),
                    r.getLine(),
                    r.getPrinted(),
                    r.getTaken(),
                    r.getReason(),
                    r.getConfidence()))
        .toList();
  }
}
