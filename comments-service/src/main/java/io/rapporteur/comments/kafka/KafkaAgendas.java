package io.rapporteur.comments.kafka;

import io.rapporteur.comments.table.Agenda;
import io.rapporteur.comments.table.Agendas;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.ConsultationOpened;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.events.RecommendationPublished;
import io.rapporteur.events.Wording;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.reference.References.Referable;
import io.rapporteur.schemas.topics.StandingRecommendation;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Agendas from the desk's own view, put together at each question. What was withdrawn or merged is
 * not on them; numbers do not move for it. Thread-safe.
 */
final class KafkaAgendas implements Agendas {

  private final DeskView view;

  KafkaAgendas(DeskView view) {
    this.view = view;
  }

  @Override
  public Optional<Agenda> agenda(String consultation) {
    List<ConsultationEvent> events = view.consultations.startingWith(consultation + "/");
    return events.isEmpty() || !(events.getFirst().getFact() instanceof ConsultationOpened opened)
        ? Optional.empty()
        : Optional.of(agenda(events.getFirst().getConsultation(), opened));
  }

  @Override
  public boolean catchUp() {
    return view.reader.awaitEnd(
        List.of(TopicCatalogue.CONSULTATION_EVENTS, TopicCatalogue.RECOMMENDATION_EVENTS),
        EventLog.PATIENCE);
  }

  private Agenda agenda(String consultation, ConsultationOpened opened) {
    List<RecommendationEvent> events =
        opened.getDocuments().stream()
            .flatMap(document -> view.recommendations.startingWith(document + ".").stream())
            .distinct()
            .toList();
    Map<String, Integer> numbers = StandingRecommendation.numbers(opened, events);
    boolean severalDocuments = opened.getDocuments().size() > 1;
    return new Agenda(
        consultation,
        opened.getTitles(),
        opened.getOpensAt(),
        events.stream()
            .filter(event -> numbers.containsKey(event.getRecommendation()))
            .filter(
                event ->
                    StandingRecommendation.of(event).status()
                        == StandingRecommendation.Status.STANDING)
            .map(
                event ->
                    item(
                        event,
                        numbers.getOrDefault(event.getRecommendation(), 0),
                        severalDocuments))
            .sorted(Comparator.comparingInt(Agenda.Item::number))
            .toList());
  }

  private static Agenda.Item item(RecommendationEvent event, int number, boolean severalDocuments) {
    StandingRecommendation standing = StandingRecommendation.of(event);
    RecommendationPublished card = standing.card();
    var referable =
        new Referable(
            event.getRecommendation(),
            card.getDocument(),
            card.getSymbol(),
            card.getShortName(),
            card.getParagraph(),
            card.getLabel(),
            standing.printedLabels());
    return new Agenda.Item(
        event.getRecommendation(),
        number,
        card.getDocument(),
        card.getSymbol(),
        section(card.getSection()),
        severalDocuments ? referable.shownWithDocument() : referable.shown(),
        standing.language(),
        texts(card));
  }

  /** Cards of before have no wordings: their one text is of their own version. */
  private static Map<String, Agenda.Text> texts(RecommendationPublished card) {
    Map<String, Agenda.Text> texts = new HashMap<>();
    card.getTexts()
        .forEach(
            (language, text) -> {
              Wording wording = card.getWordings().get(language);
              texts.put(
                  language,
                  wording == null
                      ? new Agenda.Text(text, card.getVersion(), card.getMachineRead())
                      : new Agenda.Text(text, wording.getVersion(), wording.getMachineRead()));
            });
    return texts;
  }

  private static Agenda.Section section(io.rapporteur.events.Section section) {
    return new Agenda.Section(
        section.getId(),
        section.getHeadings(),
        Optional.ofNullable(section.getAgendaItem()),
        section.getDisclaimers());
  }
}
