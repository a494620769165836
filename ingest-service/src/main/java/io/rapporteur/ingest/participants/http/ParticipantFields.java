package io.rapporteur.ingest.participants.http;

import io.rapporteur.ingest.groups.Groups;
import io.rapporteur.ingest.participants.Participant;
import io.rapporteur.ingest.participants.ParticipantPolicy;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.TextLimit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The card of a participant as it is handed in, checked, all faults at once. */
final class ParticipantFields {

  private static final TextLimit NAME = TextLimit.characters(200);
  private static final TextLimit ADMITTED = TextLimit.characters(200);
  private static final TextLimit DATE = TextLimit.characters(10);
  private static final String DATES = "a date, such as 2021-03-01";

  private static final Map<String, String> CLASSES =
      words(
          "member-state",
          "non-member-observer-state",
          "intergovernmental-organization",
          "un-entity",
          "non-governmental-organization",
          "academia",
          "private-sector");
  private static final Map<String, String> REGIONAL_GROUPS =
      words(
          "african",
          "asia-pacific",
          "eastern-european",
          "latin-american-and-caribbean",
          "western-european-and-others");

  private ParticipantFields() {}

  /** The card; what is wrong with its form is noted. */
  static Participant card(String code, Fields fields, Groups groups) {
    if (!ParticipantPolicy.isCode(code)) {
      fields.fault("code", code, "1 to 64 of a-z, 0-9 and -");
    } else if (groups.group(code).isPresent()) {
      fields.fault("code", code, "not the code of a group");
    }
    String participantClass = fields.word("class", CLASSES, "");
    Optional<String> regionalGroup = fields.optionalWord("regionalGroup", REGIONAL_GROUPS);
    String admittedAs = fields.text("admittedAs", ADMITTED);
    Map<String, Participant.Name> names = names(fields);
    @Nullable String validFrom = validFrom(fields);
    fields.refuseOthers();
    return new Participant(
        code, participantClass, regionalGroup.orElse(null), admittedAs, names, validFrom);
  }

  /**
   * Refuses a card whose form or content is wrong.
   *
   * @throws RefusedException with all its faults
   */
  static void refuse(
      Participant card,
      Fields fields,
      Optional<Participant> standing,
      Collection<Participant> all) {
    ParticipantPolicy.faults(card, standing, all)
        .forEach(fault -> fields.fault(fault.field(), fault.value(), fault.expected()));
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
  }

  /** The card in canonical terms, for the digest of a request. */
  static Map<String, Object> canonical(Participant card) {
    Map<String, Object> canonical = new TreeMap<>();
    canonical.put("code", card.code());
    canonical.put("class", card.participantClass());
    canonical.put("regionalGroup", Optional.ofNullable(card.regionalGroup()).orElse(""));
    canonical.put("admittedAs", card.admittedAs());
    canonical.put("validFrom", Optional.ofNullable(card.validFrom()).orElse(""));
    card.names()
        .forEach(
            (language, name) ->
                canonical.put("names." + language, List.of(name.shortName(), name.formal())));
    return canonical;
  }

  private static Map<String, Participant.Name> names(Fields fields) {
    Map<String, Participant.Name> names = new HashMap<>();
    Optional<Fields> given = fields.object("names");
    if (given.isEmpty()) {
      fields.fault(
          "names", "missing", "names in " + String.join(", ", ParticipantPolicy.LANGUAGES));
      return names;
    }
    for (String language : ParticipantPolicy.LANGUAGES) {
      Optional<Fields> one = given.get().object(language);
      if (one.isEmpty()) {
        given.get().fault(language, "missing", "an object with short and, if there is one, formal");
        continue;
      }
      String shortName = one.get().text("short", NAME);
      String formal = one.get().optionalText("formal", NAME).orElse(shortName);
      one.get().refuseOthers();
      names.put(language, new Participant.Name(shortName, formal));
    }
    given.get().refuseOthers();
    return names;
  }

  private static @Nullable String validFrom(Fields fields) {
    Optional<String> given = fields.optionalText("validFrom", DATE);
    if (given.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(given.get()).toString();
    } catch (DateTimeException e) {
      fields.fault("validFrom", given.get(), DATES);
      return null;
    }
  }

  private static Map<String, String> words(String... words) {
    return List.of(words).stream()
        .collect(
            Collectors.toMap(
                Function.identity(), Function.identity(), (one, other) -> one, TreeMap::new));
  }
}
