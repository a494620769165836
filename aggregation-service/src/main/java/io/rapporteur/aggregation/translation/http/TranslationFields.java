package io.rapporteur.aggregation.translation.http;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.http.Words;
import io.rapporteur.aggregation.redaction.RedactionLines;
import io.rapporteur.aggregation.secretariat.Act;
import io.rapporteur.aggregation.secretariat.Step;
import io.rapporteur.aggregation.secretariat.Subject;
import io.rapporteur.aggregation.secretariat.http.WorkDoor;
import io.rapporteur.aggregation.translation.Translating;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.TextLimit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a translation stands in a body. It is of one text and whole: what the text has, it has, and
 * nothing else; it is into one of the six languages, and not into that of the original or into one
 * which its author gave. Where something is redacted in the text it says that it leaves that out.
 */
final class TranslationFields {

  private static final TextLimit NAME = TextLimit.characters(200);
  private static final TextLimit TEXT = TextLimit.characters(20_000);
  private static final Map<String, String> LANGUAGES =
      Words.LANGUAGES.stream()
          .collect(
              Collectors.toMap(
                  Function.identity(), Function.identity(), (one, other) -> one, TreeMap::new));

  private final WorkDoor door;
  private final RedactionLines redactions;

  TranslationFields(WorkDoor door, RedactionLines redactions) {
    this.door = door;
    this.redactions = redactions;
  }

  /**
   * One translation that is asked for.
   *
   * @param act by which it is asked for
   * @param bytes what the comment takes as it was handed in; 0 where it was made already
   * @param seen revision of the row of its translations that the caller has seen
   */
  record Asked(
      String comment, Step.TranslationMade made, Act act, int bytes, Optional<Integer> seen) {

    /** What it is of. */
    String thing() {
      return thing(comment, made);
    }

    private static String thing(String comment, Step.TranslationMade made) {
      return comment + "/" + made.of() + "/" + made.language();
    }

    /** What is asked, in canonical terms. */
    private static Map<String, Object> said(
        String consultation, String comment, Step.TranslationMade made) {
      Map<String, Object> said = new TreeMap<>();
      said.put("act", "translate");
      said.put("consultation", consultation);
      said.put("comment", comment);
      said.put("commentRevision", made.of());
      said.put("language", made.language());
      said.put("text", made.text());
      made.proposedText().ifPresent(text -> said.put("proposedText", text));
      made.rationale().ifPresent(text -> said.put("rationale", text));
      said.put("leavesOut", made.leavesOut());
      return said;
    }
  }

  /**
   * Reads one; what is wrong with it is noted. A request that has been done is asked for nothing
   * more, whatever became of the comment since.
   *
   * @param acting the act on a thing by what is asked
   */
  Asked read(
      Fields fields,
      Consultation consultation,
      Optional<Integer> seen,
      BiFunction<String, Map<String, Object>, Act> acting) {
    String comment = fields.text("comment", NAME);
    Optional<Integer> revision = fields.optionalNumber("commentRevision");
    if (revision.isEmpty()) {
      fields.fault("commentRevision", "missing", "that of the text that is translated");
    }
    String language = fields.word("language", LANGUAGES, "en");
    String text = fields.text("text", TEXT);
    Optional<String> proposed = fields.optionalText("proposedText", TEXT);
    Optional<String> rationale = fields.optionalText("rationale", TEXT);
    Optional<Integer> leavesOut = fields.optionalNumber("leavesOut");
    fields.refuseOthers();
    int of = revision.orElse(0);
    var made =
        new Step.TranslationMade(of, language, text, proposed, rationale, leavesOut.orElse(0));
    Act act =
        acting.apply(Asked.thing(comment, made), Asked.said(consultation.id(), comment, made));
    if (isDone(comment, act)) {
      return new Asked(comment, made, act, 0, seen);
    }
    Optional<Content> said = said(consultation, comment, revision, fields);
    said.ifPresent(
        original -> {
          isWanted(original, language, fields);
          isWhole("rationale", original.rationale(), rationale, fields);
          boolean amends = original.proposedTextLanguage().filter(language::equals).isPresent();
          isWhole(
              "proposedText", original.proposedText().filter(words -> !amends), proposed, fields);
          leavesOut(redactions.line(consultation.id(), comment).last(of), leavesOut, fields);
        });
    return new Asked(comment, made, act, said.map(TranslationFields::bytes).orElse(0), seen);
  }

  private boolean isDone(String comment, Act act) {
    return door.row(Subject.translations(comment)).stream()
        .anyMatch(
            step ->
                step.requestId().equals(act.requestId().value())
                    && step.requestDigest().equals(act.requestDigest()));
  }

  private Optional<Content> said(
      Consultation consultation, String comment, Optional<Integer> revision, Fields fields) {
    if (comment.isEmpty()) {
      return Optional.empty();
    }
    Optional<WorkDoor.There> there = door.find(consultation, comment);
    if (there.isEmpty()) {
      fields.fault("comment", comment, "id of a comment of " + consultation.id());
      return Optional.empty();
    }
    Optional<Comment> text = revision.flatMap(there.get()::text);
    if (revision.isPresent() && text.isEmpty()) {
      fields.fault(
          "commentRevision",
          revision.get().toString(),
          "one that makes a text, such as " + there.get().shown().revision());
    }
    return text.map(Comment::said);
  }

  private static void isWanted(Content original, String language, Fields fields) {
    if (original.language().equals(language)) {
      fields.fault("language", language, "another than that of the original");
    } else if (original.translations().stream().anyMatch(t -> t.language().equals(language))) {
      fields.fault("language", language, "one into which its author gave no translation");
    }
  }

  private static void isWhole(
      String name, Optional<String> original, Optional<String> given, Fields fields) {
    if (original.isPresent() && given.isEmpty()) {
      fields.fault(name, "missing", "a translation of it: the comment has one");
    }
    if (original.isEmpty() && given.isPresent()) {
      fields.fault(name, "given", "none: there is nothing to translate into this language");
    }
  }

  private static void leavesOut(int redaction, Optional<Integer> given, Fields fields) {
    if (redaction > 0 && given.filter(number -> number == redaction).isEmpty()) {
      fields.fault(
          "leavesOut",
          given.map(String::valueOf).orElse("missing"),
          redaction
              + ": the last redaction of this text; the translation must not tell what it leaves"
              + " out");
    }
    if (redaction == 0 && given.isPresent()) {
      fields.fault("leavesOut", given.get().toString(), "none: nothing is redacted in this text");
    }
  }

  private static int bytes(Content said) {
    return Translating.bytes(
        Stream.concat(
            Stream.of(
                Optional.of(said.text()), said.proposedText(), said.rationale(), said.quotation()),
            said.translations().stream().map(each -> Optional.of(each.text()))));
  }

  /** Notes each that is there twice. */
  static void eachOnce(List<Asked> asked, Fields fields) {
    List<String> things = asked.stream().map(Asked::thing).toList();
    for (int i = 0; i < things.size(); i++) {
      if (things.indexOf(things.get(i)) < i) {
        fields.fault(
            "translations[" + i + "]", "there twice", "each text in each language at most once");
      }
    }
  }
}
