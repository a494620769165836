package io.rapporteur.ingest.participants;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What may stand on the card of a participant, whoever records it: names in all six languages, of
 * which none was given up by the State ({@link FormerNames}), none is another participant's and
 * none is that of a territory ({@link Territories}), nor is the code; a regional group for Member
 * States alone, since it is one of their elections; names that do not hold from an earlier day than
 * those before.
 */
public final class ParticipantPolicy {

  /** The languages in which names are printed. */
  public static final List<String> LANGUAGES = List.of("ar", "en", "es", "fr", "ru", "zh");

  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final String MEMBER_STATE = "member-state";

  private ParticipantPolicy() {}

  /** What is wrong with a field. */
  public record Fault(String field, String value, String expected) {}

  /** Whether it can be the code of a participant. */
  public static boolean isCode(String code) {
    return CODE.matcher(code).matches();
  }

  /**
   * All faults of a card.
   *
   * @param standing the card before it; empty for a new participant
   * @param all participants, whose names are theirs
   */
  public static List<Fault> faults(
      Participant card, Optional<Participant> standing, Collection<Participant> all) {
    List<Fault> faults = new ArrayList<>();
    if (card.regionalGroup() != null
        && !card.participantClass().isEmpty()
        && !card.participantClass().equals(MEMBER_STATE)) {
      faults.add(
          new Fault("regionalGroup", card.regionalGroup(), "nothing, but for a Member State"));
    }
    if (Territories.isCode(card.code())) {
      faults.add(new Fault("code", card.code(), "not the code of a territory"));
    }
    var known =
        NamesOfParticipants.of(
            all.stream().filter(each -> !each.code().equals(card.code())).toList());
    new TreeMap<>(card.names())
        .forEach(
            (language, name) -> {
              faults.addAll(name("names." + language + ".short", name.shortName(), card, known));
              faults.addAll(name("names." + language + ".formal", name.formal(), card, known));
            });
    standing.ifPresent(before -> faults.addAll(dates(card, before)));
    return faults;
  }

  private static List<Fault> name(
      String field, String name, Participant card, NamesOfParticipants known) {
    if (FormerNames.in(card.code(), name)) {
      return List.of(new Fault(field, name, "the name that the State has; it gave this one up"));
    }
    if (Territories.isName(name)) {
      return List.of(new Fault(field, name, "the name of a participant, not of a territory"));
    }
    return known
        .code(name)
        .map(code -> new Fault(field, name, "no name of another participant, here of " + code))
        .map(List::of)
        .orElse(List.of());
  }

  private static List<Fault> dates(Participant card, Participant before) {
    if (before.validFrom() == null || card.names().equals(before.names())) {
      return List.of();
    }
    String validFrom = card.validFrom();
    boolean later =
        validFrom != null
            && !LocalDate.parse(validFrom).isBefore(LocalDate.parse(before.validFrom()));
    return later
        ? List.of()
        : List.of(
            new Fault(
                "validFrom",
                validFrom == null ? "missing" : validFrom,
                "from when the other names hold, not before " + before.validFrom()));
  }
}
