package io.rapporteur.aggregation.redaction.http;

import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Redaction.Field;
import io.rapporteur.aggregation.compilation.Redaction.Stretch;
import io.rapporteur.aggregation.redaction.Passage;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.TextLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How what is to be redacted stands in a body; characters are counted from 1. */
final class RedactionFields {

  private static final int MOST_PASSAGES = 100;
  private static final int MOST_STRETCHES = 1_000;
  private static final TextLimit EXACT = TextLimit.characters(20_000);
  private static final TextLimit NAME = TextLimit.characters(200);
  private static final Map<String, Field> FIELDS = fields();

  private RedactionFields() {}

  private static Map<String, Field> fields() {
    Map<String, Field> fields = new LinkedHashMap<>();
    Arrays.stream(Field.values()).forEach(field -> fields.put(field.word(), field));
    return fields;
  }

  /**
   * The parts that a body names.
   *
   * @param said the text that they are parts of; empty if it was not found, which is a fault of its
   *     own
   */
  static List<Stretch> stretches(Fields body, Optional<Content> said) {
    Set<Stretch> stretches = new LinkedHashSet<>();
    List<Fields> named = body.objects("stretches", MOST_PASSAGES);
    if (named.isEmpty()) {
      body.fault("stretches", "none", "at least one part of the text");
    }
    int place = 0;
    for (Fields each : named) {
      Optional<Passage> passage = passage(each);
      if (passage.isPresent() && said.isPresent()) {
        List<Stretch> found = passage.get().in(said.get());
        if (found.isEmpty()) {
          body.fault("stretches[" + place + "]", "not there", "a part that this text has");
        }
        stretches.addAll(found);
      }
      place++;
    }
    if (stretches.size() > MOST_STRETCHES) {
      body.fault("stretches", stretches.size() + " places", "at most " + MOST_STRETCHES);
    }
    return new ArrayList<>(stretches);
  }

  /** A part of a text in one word. */
  static String canonical(Stretch stretch) {
    return "%s/%s/%d-%d"
        .formatted(stretch.field().word(), stretch.of().orElse(""), stretch.from(), stretch.to());
  }

  private static Optional<Passage> passage(Fields fields) {
    int before = fields.faults().size();
    Optional<Field> field = fields.optionalWord("field", FIELDS);
    Optional<String> language = fields.optionalText("language", NAME);
    Optional<String> attachment = fields.optionalText("attachment", NAME);
    Optional<String> exact = fields.optionalText("exact", EXACT);
    Optional<Integer> from = fields.optionalNumber("from");
    Optional<Integer> to = fields.optionalNumber("to");
    fields.refuseOthers();
    if (fields.faults().size() > before) {
      return Optional.empty();
    }
    if (field.isEmpty() && exact.isEmpty()) {
      fields.fault("field", "missing", "one of " + String.join(", ", FIELDS.keySet()));
    }
    if (exact.isPresent() && (from.isPresent() || to.isPresent())) {
      fields.fault("exact", "given beside from or to", "one of the two");
    }
    if (language.isPresent() && field.filter(f -> f == Field.TRANSLATION).isEmpty()) {
      fields.fault("language", language.get(), "none but of a translation");
    }
    if (attachment.isPresent() && field.filter(f -> f == Field.ATTACHMENT_NAME).isEmpty()) {
      fields.fault("attachment", attachment.get(), "none but of an attachmentName");
    }
    if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
      fields.fault("to", to.get().toString(), "not before " + from.get());
    }
    return Optional.of(
        new Passage(field, language.or(() -> attachment), exact, from.map(first -> first - 1), to));
  }
}
