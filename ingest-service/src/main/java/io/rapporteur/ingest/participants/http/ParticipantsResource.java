package io.rapporteur.ingest.participants.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.ingest.participants.Participant;
import io.rapporteur.ingest.participants.Participants;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may comment; public. */
@RestController
@RequestMapping("/api/v1/participants")
public final class ParticipantsResource {

  private final Participants participants;

  /** Puts the door together. */
  public ParticipantsResource(Participants participants) {
    this.participants = participants;
  }

  @GetMapping
  Map<String, List<ParticipantView>> all() {
    return Map.of("participants", participants.all().stream().map(ParticipantView::of).toList());
  }

  /** A participant as it is shown. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ParticipantView(
      String code,
      @com.fasterxml.jackson.annotation.JsonProperty("class") String participantClass,
      @Nullable String regionalGroup,
      String admittedAs,
      Map<String, NameView> names,
      @Nullable String validFrom) {

    static ParticipantView of(Participant participant) {
      return new ParticipantView(
          participant.code(),
          participant.participantClass(),
          participant.regionalGroup(),
          participant.admittedAs(),
          participant.names().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      e -> new NameView(e.getValue().shortName(), e.getValue().formal()))),
          participant.validFrom());
    }
  }

  /** Names in one language. */
  record NameView(
      @com.fasterxml.jackson.annotation.JsonProperty("short") String shortName, String formal) {}
}
