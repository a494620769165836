package io.rapporteur.aggregation.meeting.http;

import io.rapporteur.aggregation.meeting.Card;
import io.rapporteur.aggregation.meeting.Decision;
import io.rapporteur.aggregation.meeting.Kind;
import io.rapporteur.aggregation.meeting.Wording;
import io.rapporteur.schemas.deadline.Deadline;
import io.rapporteur.schemas.deadline.TimeInZone;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.TextLimit;
import io.rapporteur.schemas.reference.EntryReference;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How wordings, entries and decisions stand in a body. */
final class MeetingFields {

  private static final int MOST_PARTS = 50;
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final TextLimit TEXT = TextLimit.characters(20_000);
  private static final Map<String, String> LANGUAGES = words();
  private static final Map<String, Kind> KINDS = kinds();

  private final String consultation;
  private final SourceItems items;
  private final ZoneId zone;
  private final Instant now;

  /**
   * @param zone in which people of the consultation say the time
   * @param now when the request was received
   */
  MeetingFields(String consultation, SourceItems items, ZoneId zone, Instant now) {
    this.consultation = consultation;
    this.items = items;
    this.zone = zone;
    this.now = now;
  }

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    List.of("ar", "zh", "en", "fr", "ru", "es").forEach(tag -> words.put(tag, tag));
    return words;
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      kinds.put(kind.word(), kind);
    }
    return kinds;
  }

  static String language(Fields fields, String name) {
    return fields.word(name, LANGUAGES, "en");
  }

  /** The id of an entry that is called {@code 12}, {@code entry 12} or by its id. */
  String entry(String reference) {
    return EntryReference.id(consultation, reference);
  }

  /**
   * A text in several languages, {@code texts} and the {@code language} that leads; or one, {@code
   * text} and its {@code language}.
   */
  Optional<Wording> wording(Fields fields) {
    Map<String, String> texts = new LinkedHashMap<>();
    fields
        .object("texts")
        .ifPresent(
            each -> {
              LANGUAGES
                  .keySet()
                  .forEach(
                      tag -> each.optionalText(tag, TEXT).ifPresent(text -> texts.put(tag, text)));
              each.refuseOthers();
            });
    Optional<String> single = fields.optionalText("text", TEXT);
    Optional<String> language = fields.optionalWord("language", LANGUAGES);
    if (single.isPresent() && !texts.isEmpty()) {
      fields.fault("text", "given beside texts", "one of the two");
    }
    single.ifPresent(
        text -> {
          if (language.isEmpty()) {
            fields.fault("language", "missing", "the language of the text");
          }
          texts.put(language.orElse("en"), text);
        });
    if (texts.isEmpty()) {
      language.ifPresent(l -> fields.fault("language", l, "none without a text"));
      return Optional.empty();
    }
    String leads = language.orElse(texts.size() == 1 ? texts.keySet().iterator().next() : "");
    if (!texts.containsKey(leads)) {
      fields.fault(
          "language",
          leads.isEmpty() ? "missing" : leads,
          "the one of the texts that leads, of " + String.join(", ", texts.keySet()));
    }
    return Optional.of(new Wording(texts, leads));
  }

  /**
   * An entry of the draft.
   *
   * @param path of the fields within the body
   */
  Card card(Fields fields, String path, String id, boolean needsSources) {
    Optional<Wording> wording = wording(fields);
    if (wording.isEmpty()) {
      fields.fault("texts", "missing", "the text in at least one of ar, zh, en, fr, ru, es");
    }
    List<String> sources = items.read(fields, path);
    if (needsSources && sources.isEmpty()) {
      fields.fault("sources", "none", "the items that it is made of");
    }
    boolean shares = fields.flag("sharesItems", false);
    fields.refuseOthers();
    return new Card(id, wording.orElse(new Wording(Map.of("en", ""), "en")), sources, shares);
  }

  /**
   * A decision; {@code decidedAt} is read apart.
   *
   * @param path of the fields within the body
   */
  Decision decision(Fields fields, String path) {
    Kind kind = fields.word("decision", KINDS, Kind.OPENED);
    String entry = fields.optionalText("entry", MeetingDoor.NAME).map(this::entry).orElse("");
    Optional<Wording> wording = wording(fields);
    Optional<String> into = fields.optionalText("into", MeetingDoor.NAME).map(this::entry);
    Optional<String> note = fields.optionalText("note", MeetingDoor.REASON);
    List<Card> parts = new ArrayList<>();
    for (Fields part : fields.objects("parts", MOST_PARTS)) {
      parts.add(card(part, path + "parts[" + parts.size() + "].", "", false));
    }
    if (kind == Kind.NEW_FROM_THE_FLOOR && parts.isEmpty() && wording.isPresent()) {
      parts.add(new Card("", wording.get(), List.of(), false));
      wording = Optional.empty();
    }
    return new Decision(entry, kind, wording, into, parts, note);
  }

  /** Until when something can be done; not in the past. */
  Optional<Instant> deadline(Fields fields, String name) {
    Optional<Instant> until = TimeInZone.read(fields, name, Optional.of(zone));
    until
        .filter(given -> Deadline.passed(given, now))
        .ifPresent(given -> fields.fault(name, given.toString(), "a time to come"));
    return until;
  }

  /** When something happened in the room; not in the future. */
  Optional<Instant> time(Fields fields, String name) {
    Optional<Instant> at = TimeInZone.read(fields, name, Optional.of(zone));
    at.filter(given -> given.isAfter(now.plus(SKEW)))
        .ifPresent(given -> fields.fault(name, given.toString(), "not in the future"));
    return at;
  }
}
