package io.rapporteur.aggregation.secretariat.http;

import io.rapporteur.aggregation.compilation.http.Words;
import io.rapporteur.aggregation.secretariat.Change;
import io.rapporteur.aggregation.secretariat.Disposition;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.TextLimit;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * How work stands in a body, as a patch (RFC 7396): what is not named stays, what is null is taken
 * back. Every fault is noted. Not thread-safe.
 */
final class WorkFields {

  static final TextLimit TEXT = TextLimit.characters(10_000);
  static final TextLimit NAME = TextLimit.characters(200);
  private static final TextLimit NOTE = TextLimit.characters(5_000);
  private static final TextLimit REASON = TextLimit.characters(2_000);
  private static final TextLimit TAG = TextLimit.characters(60);
  private static final int MOST_AT_ONCE = 50;
  private static final Map<String, String> LANGUAGES = languages();

  /** The dispositions, by their words. */
  static final Map<String, Disposition> DISPOSITIONS = dispositions();

  private final ObjectNode body;
  private final Fields fields;
  private final List<Change> changes = new ArrayList<>();

  WorkFields(ObjectNode body, Fields fields) {
    this.body = body;
    this.fields = fields;
  }

  private static Map<String, String> languages() {
    Map<String, String> languages = new LinkedHashMap<>();
    Words.LANGUAGES.forEach(tag -> languages.put(tag, tag));
    return languages;
  }

  private static Map<String, Disposition> dispositions() {
    Map<String, Disposition> words = new LinkedHashMap<>();
    for (Disposition disposition : Disposition.values()) {
      words.put(disposition.word(), disposition);
    }
    return words;
  }

  /** Everything that can be done on one comment. */
  List<Change> ofOne() {
    Optional<String> reason = fields.optionalText("reason", REASON);
    observation(reason);
    shared(reason);
    fields.optionalText("note", NOTE).ifPresent(text -> changes.add(new Change.Noted(text)));
    fields
        .optionalNumber("removeNote")
        .ifPresent(note -> changes.add(new Change.NoteRemoved(note)));
    release(reason);
    refuseNothing();
    return changes;
  }

  /** What can be done on several comments at once. */
  List<Change> ofSeveral() {
    Optional<String> reason = fields.optionalText("reason", REASON);
    shared(reason);
    release(reason);
    refuseNothing();
    return changes;
  }

  /** Whether it says something of a text, and so must name it. */
  static boolean onText(List<Change> changes) {
    return changes.stream()
        .anyMatch(c -> c instanceof Change.Observed || c instanceof Change.Disposed);
  }

  private void shared(Optional<String> reason) {
    if (isNull("disposition")) {
      fields.optionalWord("disposition", DISPOSITIONS);
      changes.add(new Change.DispositionTakenBack(reason));
    } else {
      fields
          .optionalWord("disposition", DISPOSITIONS)
          .ifPresent(disposition -> changes.add(new Change.Disposed(disposition)));
    }
    assignment();
    fields
        .object("tags")
        .ifPresent(
            tags -> {
              tags.texts("add", MOST_AT_ONCE, TAG).stream()
                  .map(WorkFields::tag)
                  .distinct()
                  .forEach(tag -> changes.add(new Change.Tagged(tag)));
              tags.texts("remove", MOST_AT_ONCE, TAG).stream()
                  .map(WorkFields::tag)
                  .distinct()
                  .forEach(tag -> changes.add(new Change.Untagged(tag)));
              tags.refuseOthers();
            });
  }

  /** As it is compared: composed, and without spaces around it. */
  static String tag(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  private void observation(Optional<String> reason) {
    Optional<Fields> within = fields.object("observation");
    if (isNull("observation")) {
      changes.add(new Change.ObservationTakenBack(reason));
    }
    within.ifPresent(
        observation -> {
          String text = observation.text("text", TEXT);
          String language = observation.word("language", LANGUAGES, "en");
          Map<String, String> texts = new TreeMap<>();
          observation
              .object("texts")
              .ifPresent(
                  each -> {
                    LANGUAGES
                        .keySet()
                        .forEach(
                            tag -> each.optionalText(tag, TEXT).ifPresent(t -> texts.put(tag, t)));
                    each.refuseOthers();
                  });
          if (texts.containsKey(language)) {
            observation.fault("texts", language, "further languages than that of the text");
          }
          observation.refuseOthers();
          changes.add(new Change.Observed(text, language, texts));
        });
  }

  private void assignment() {
    Optional<Fields> within = fields.object("assignment");
    if (isNull("assignment")) {
      changes.add(new Change.Unassigned());
    }
    within.ifPresent(
        assignment -> {
          String to = assignment.text("to", NAME).strip();
          Optional<LocalDate> dueOn =
              assignment
                  .optionalText("dueOn", TextLimit.characters(10))
                  .flatMap(day -> day(assignment, day));
          assignment.refuseOthers();
          changes.add(new Change.Assigned(to, dueOn));
        });
  }

  private static Optional<LocalDate> day(Fields fields, String day) {
    try {
      return Optional.of(LocalDate.parse(day));
    } catch (DateTimeException e) {
      fields.fault("dueOn", day, "a day such as 2021-03-01");
      return Optional.empty();
    }
  }

  private void release(Optional<String> reason) {
    boolean release = fields.flag("release", false);
    if (body.has("release") && !isNull("release")) {
      changes.add(release ? new Change.Released() : new Change.ReleaseTakenBack(reason));
    }
  }

  private void refuseNothing() {
    if (changes.isEmpty() && fields.faults().isEmpty()) {
      fields.fault("body", "nothing to do", "at least one change");
    }
  }

  private boolean isNull(String name) {
    return body.has(name) && body.get(name).isNull();
  }
}
