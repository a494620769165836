package io.rapporteur.comments.comment.http;

import io.rapporteur.comments.comment.Attachment;
import io.rapporteur.comments.comment.Beside;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.Content.Translation;
import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.TextLimit;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of {@code POST /comments} and {@code PUT /comments/{id}}, with every fault that can be
 * found without asking anyone.
 *
 * @param target what it names as its target, not yet resolved
 * @param content what it says, still without its files; a stand-in if there are faults
 * @param beside for whom, with whom and with which files, not yet looked up
 * @param faults all of them
 */
public record CommentBody(NamedTarget target, Content content, Beside beside, List<Fault> faults) {

  /** Largest text, proposed text or rationale. */
  public static final TextLimit TEXT = TextLimit.characters(20_000);

  /** Largest quotation. */
  public static final TextLimit QUOTATION = TextLimit.characters(2_000);

  /** Largest id, reference or name. */
  public static final TextLimit NAME = TextLimit.characters(200);

  private static final TextLimit LANGUAGE =
      new TextLimit(35, "a language tag (BCP 47) such as ar,");
  private static final int TRANSLATIONS = 5;

  /** Kinds by their words. */
  public static final Map<String, Kind> KINDS = words(Kind.values(), Kind::word);

  /** Positions by their words. */
  public static final Map<String, Position> POSITIONS = words(Position.values(), Position::word);

  /** The six languages of a text that can be amended. */
  public static final Map<String, String> UN_LANGUAGES =
      words(new String[] {"ar", "zh", "en", "fr", "ru", "es"}, Function.identity());

  private static final Set<String> ISO_LANGUAGES = Set.of(Locale.getISOLanguages());

  /** What the body names as its target. */
  public record NamedTarget(
      Optional<String> consultation,
      Optional<String> document,
      Optional<String> section,
      Optional<String> recommendation,
      Optional<Integer> recommendationVersion,
      Optional<String> entry,
      Optional<Integer> draftVersion) {

    /** Whether it names anything of the text. */
    boolean namesText() {
      return document.or(this::section).or(this::recommendation).isPresent();
    }
  }

  static CommentBody read(ObjectNode body) {
    var fields = new Fields(body);
    NamedTarget target = target(fields);
    Content content = content(fields);
    Beside beside = beside(fields);
    fields.refuseOthers();
    return new CommentBody(target, content, beside, fields.faults());
  }

  /**
   * The fields that say for whom a comment speaks, whom it asks to join, and which files it names.
   */
  public static Beside beside(Fields fields) {
    return new Beside(
        fields.optionalText("onBehalfOf", NAME),
        fields.texts("coSponsors", Beside.MOST_CO_SPONSORS, NAME),
        attachments(fields));
  }

  /** The field that names files. */
  public static List<String> attachments(Fields fields) {
    return fields.texts("attachments", Beside.MOST_ATTACHMENTS, NAME);
  }

  /** The fields that name a target. */
  public static NamedTarget target(Fields fields) {
    var target =
        new NamedTarget(
            fields.optionalText("consultation", NAME),
            fields.optionalText("document", NAME),
            fields.optionalText("section", NAME),
            fields.optionalText("recommendation", NAME),
            fields.optionalNumber("recommendationVersion"),
            fields.optionalText("entry", NAME),
            fields.optionalNumber("draftVersion"));
    if (target.section.isPresent() && target.recommendation.isPresent()) {
      fields.fault("section", target.section.get(), "absent where a recommendation is named");
    }
    if (target.entry.isPresent() && target.namesText()) {
      fields.fault("entry", target.entry.get(), "absent where something of the text is named");
    }
    return target;
  }

  /** The fields that say something. */
  public static Content content(Fields fields) {
    var content =
        new Content(
            fields.word("kind", KINDS, Kind.SUBSTANTIVE),
            fields.optionalWord("position", POSITIONS).orElse(Position.NOT_STATED),
            fields.text("text", TEXT),
            language(fields, "language"),
            translations(fields),
            fields.optionalText("proposedText", TEXT),
            fields.optionalWord("proposedTextLanguage", UN_LANGUAGES),
            fields.optionalText("rationale", TEXT),
            fields.optionalText("quotation", QUOTATION));
    if (content.proposedText().isPresent() && content.proposedTextLanguage().isEmpty()) {
      fields.fault(
          "proposedTextLanguage", "missing", "the language version that proposedText amends");
    }
    if (content.proposedText().isEmpty() && content.proposedTextLanguage().isPresent()) {
      fields.fault("proposedText", "missing", "the wording, where its language is named");
    }
    return content;
  }

  /** Courtesy translations. */
  public static List<Translation> translations(Fields fields) {
    List<Translation> translations = new ArrayList<>();
    for (Fields each : fields.objects("translations", TRANSLATIONS)) {
      translations.add(
          new Translation(
              language(each, "language"), each.text("text", TEXT), each.text("author", NAME)));
      each.refuseOthers();
    }
    return translations;
  }

  private static String language(Fields fields, String name) {
    String tag = fields.text(name, LANGUAGE);
    check(fields, name, tag);
    return tag;
  }

  /** A language that may still be missing. */
  public static Optional<String> optionalLanguage(Fields fields, String name) {
    Optional<String> tag = fields.optionalText(name, LANGUAGE);
    tag.ifPresent(given -> check(fields, name, given));
    return tag;
  }

  private static void check(Fields fields, String name, String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      if (!tag.isEmpty() && !ISO_LANGUAGES.contains(locale.getLanguage())) {
        fields.fault(name, tag, "a language of ISO 639 such as ar, zh, en, fr, ru, es");
      }
    } catch (IllformedLocaleException e) {
      fields.fault(name, tag, "a language tag (BCP 47) such as ar, zh, en, fr, ru, es");
    }
  }

  /** The content in canonical terms, for the digest of the request. */
  public static Map<String, Object> canonical(Content content) {
    Map<String, Object> said = new TreeMap<>();
    said.put("kind", content.kind().word());
    said.put("position", content.position().word());
    said.put("text", content.text());
    said.put("language", content.language());
    said.put(
        "translations",
        content.translations().stream()
            .map(t -> Map.of("language", t.language(), "text", t.text(), "author", t.author()))
            .toList());
    content.proposedText().ifPresent(text -> said.put("proposedText", text));
    content.proposedTextLanguage().ifPresent(l -> said.put("proposedTextLanguage", l));
    content.rationale().ifPresent(text -> said.put("rationale", text));
    content.quotation().ifPresent(text -> said.put("quotation", text));
    if (!content.attachments().isEmpty()) {
      said.put("attachments", content.attachments().stream().map(Attachment::id).toList());
    }
    return said;
  }

  private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
    Map<String, T> words = new LinkedHashMap<>();
    for (T value : values) {
      words.put(word.apply(value), value);
    }
    return words;
  }
}
