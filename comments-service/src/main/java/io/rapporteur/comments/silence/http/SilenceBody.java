package io.rapporteur.comments.silence.http;

import io.rapporteur.comments.silence.Question;
import io.rapporteur.comments.silence.Question.KnownTo;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.schemas.deadline.TimeInZone;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.TextLimit;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a question, with every fault that can be found.
 *
 * @param question as far as it could be read; for use only where there is no fault
 */
record SilenceBody(Question question, List<Fault> faults) {

  private static final int MOST_MEMBERS = 300;
  private static final Duration USUAL = Duration.ofHours(24);
  private static final Duration LONGEST = Duration.ofDays(60);
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final TextLimit NAME = TextLimit.characters(200);
  private static final TextLimit CODE = TextLimit.characters(40);
  private static final TextLimit TEXT = TextLimit.characters(5_000);
  private static final Map<String, KnownTo> KNOWN_TO = words();

  /**
   * Reads.
   *
   * @param participates whether a code is that of a participant
   */
  static SilenceBody read(ObjectNode body, Predicate<String> participates) {
    var fields = new Fields(body);
    String name = fields.text("body", NAME);
    Map<String, String> texts = texts(fields);
    Optional<String> reference = fields.optionalText("reference", NAME);
    List<String> members = members(fields, participates);
    Optional<ZoneId> zone = TimeInZone.zone(fields, "zone");
    Optional<Instant> closesAt = TimeInZone.read(fields, "closesAt", zone);
    if (closesAt.isEmpty()) {
      fields.fault("closesAt", "missing", "the deadline, such as 2021-03-01T18:00:00+01:00");
    }
    Duration shortest = shortest(fields);
    KnownTo knownTo = fields.optionalWord("objectorsKnownTo", KNOWN_TO).orElse(KnownTo.CHAIR);
    fields.refuseOthers();
    return new SilenceBody(
        new Question(
            name,
            texts,
            reference,
            members,
            closesAt.orElse(Instant.EPOCH),
            zone.orElse(UTC),
            shortest,
            knownTo),
        fields.faults());
  }

  private static Map<String, String> texts(Fields fields) {
    Map<String, String> texts = new LinkedHashMap<>();
    fields
        .object("texts")
        .ifPresent(
            each -> {
              for (UnLanguage language : UnLanguage.values()) {
                each.optionalText(language.tag(), TEXT)
                    .ifPresent(text -> texts.put(language.tag(), text));
              }
              each.refuseOthers();
            });
    if (texts.isEmpty()) {
      fields.fault(
          "texts", "missing", "what is proposed, in at least one of ar, zh, en, fr, ru, es");
    }
    return texts;
  }

  private static List<String> members(Fields fields, Predicate<String> participates) {
    List<String> members = fields.texts("members", MOST_MEMBERS, CODE);
    if (members.isEmpty()) {
      fields.fault("members", "none", "codes of the participants that are asked");
    }
    for (int i = 0; i < members.size(); i++) {
      if (members.indexOf(members.get(i)) < i) {
        fields.fault("members[" + i + "]", members.get(i), "each member once");
      } else if (!participates.test(members.get(i))) {
        fields.fault("members[" + i + "]", members.get(i), "code of a participant");
      }
    }
    return members;
  }

  private static Duration shortest(Fields fields) {
    Optional<String> given = fields.optionalText("shortest", NAME);
    if (given.isEmpty()) {
      return USUAL;
    }
    try {
      Duration shortest = Duration.parse(given.get());
      if (!shortest.isNegative() && shortest.compareTo(LONGEST) <= 0) {
        return shortest.truncatedTo(ChronoUnit.MILLIS);
      }
    } catch (DateTimeException e) {
      // Told below, as one that is out of bounds.
    }
    fields.fault("shortest", given.get(), "a duration of ISO 8601 up to P60D, such as PT72H");
    return USUAL;
  }

  /** In canonical terms, for the digest of the request. */
  Map<String, Object> canonical() {
    Map<String, Object> said = new TreeMap<>();
    said.put("act", "put-question");
    said.put("body", question.body());
    said.put("texts", question.texts());
    question.reference().ifPresent(reference -> said.put("reference", reference));
    said.put("members", question.members());
    said.put("closesAt", question.closesAt().toString());
    said.put("zone", question.zone().getId());
    said.put("shortest", question.shortest().toString());
    said.put("objectorsKnownTo", word(question.knownTo()));
    return said;
  }

  static String word(KnownTo knownTo) {
    return knownTo.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, KnownTo> words() {
    Map<String, KnownTo> words = new LinkedHashMap<>();
    for (KnownTo knownTo : KnownTo.values()) {
      words.put(word(knownTo), knownTo);
    }
    return words;
  }
}
