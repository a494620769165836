package io.rapporteur.comments.kafka;

import io.rapporteur.comments.imports.Parties;
import io.rapporteur.comments.imports.Party;
import io.rapporteur.comments.submission.PrintedNames;
import io.rapporteur.events.GroupRecorded;
import io.rapporteur.events.ParticipantEvent;
import io.rapporteur.events.ParticipantName;
import io.rapporteur.events.ParticipantRecorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Participants and groups from the desk's own view, by the names of their last cards. */
final class KafkaParties implements Parties, PrintedNames {

  private final DeskView view;

  KafkaParties(DeskView view) {
    this.view = view;
  }

  @Override
  public List<Party> participants() {
    return view.participants.startingWith("").stream()
        .map(
            event ->
                new Party(event.getParticipant(), names((ParticipantRecorded) event.getFact())))
        .toList();
  }

  @Override
  public List<Party> groups() {
    Map<String, ParticipantEvent> cards = new HashMap<>();
    view.groups.startingWith("").forEach(event -> cards.put(event.getParticipant(), event));
    return cards.values().stream()
        .map(event -> new Party(event.getParticipant(), names((GroupRecorded) event.getFact())))
        .toList();
  }

  @Override
  public Optional<String> formal(String code, String language) {
    return view.participants
        .get(code)
        .map(event -> (ParticipantRecorded) event.getFact())
        .map(card -> card.getNames().get(language))
        .map(ParticipantName::getFormal)
        .or(() -> ofGroup(code, language));
  }

  private Optional<String> ofGroup(String code, String language) {
    List<ParticipantEvent> cards = view.groups.startingWith(code + "/");
    return cards.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(((GroupRecorded) cards.getLast().getFact()).getNames().get(language));
  }

  private static Map<String, Set<String>> names(ParticipantRecorded card) {
    Map<String, Set<String>> names = new HashMap<>();
    card.getNames().forEach((language, name) -> names.put(language, both(name)));
    return names;
  }

  private static Set<String> both(ParticipantName name) {
    return new TreeSet<>(List.of(name.getShort$(), name.getFormal()));
  }

  private static Map<String, Set<String>> names(GroupRecorded card) {
    Map<String, Set<String>> names = new HashMap<>();
    card.getNames().forEach((language, name) -> names.put(language, Set.of(name)));
    return names;
  }
}
