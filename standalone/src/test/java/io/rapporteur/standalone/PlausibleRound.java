package io.rapporteur.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Comments as they may come in from 193 Member States: in six languages, unevenly over items and
 * participants, with proposed texts, reasons and translations; one of them speaks for a group, too.
 * The same seed makes the same round, to the letter. Each comment carries a tag of its own, such as
 * {@code [eg0007]}, by which it is found again in whatever is made of it.
 */
final class PlausibleRound {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Speaks for {@link #GROUP} in every other comment. */
  static final String SPEAKER = "ar";

  static final String GROUP = "g77";

  /** Four items draw two comments of five. */
  private static final double IN_THE_LIMELIGHT = 0.4;

  private static final int LIMELIGHT = 4;
  private static final List<String> KINDS =
      List.of("substantive", "substantive", "technical", "editorial", "translation");
  private static final List<String> POSITIONS =
      List.of("support", "support-with-changes", "reserve", "object", "no-comment", "not-stated");

  private static final Map<String, Set<String>> SPEAKERS =
      Map.of(
          "ar",
              Set.of(
                  "ae", "bh", "dj", "dz", "eg", "iq", "jo", "km", "kw", "lb", "ly", "ma", "mr",
                  "om", "qa", "sa", "sd", "so", "sy", "tn", "ye"),
          "fr",
              Set.of(
                  "be", "bf", "bi", "bj", "cd", "cf", "cg", "ch", "ci", "cm", "fr", "ga", "gn",
                  "ht", "lu", "mc", "mg", "ml", "ne", "sn", "td", "tg"),
          "es",
              Set.of(
                  "ar", "bo", "cl", "co", "cr", "cu", "do", "ec", "es", "gq", "gt", "hn", "mx",
                  "ni", "pa", "pe", "py", "sv", "uy", "ve"),
          "ru", Set.of("by", "kg", "kz", "ru", "tj", "tm", "uz"),
          "zh", Set.of("cn"));

  private static final Map<String, List<String>> SENTENCES =
      Map.of(
          "ar",
          List.of(
              "نؤيد هذه التوصية ونقترح أن تشمل بناء القدرات.",
              "ينبغي أن تراعى القوانين الوطنية واحترام سيادة الدول.",
              "نرى أن الصياغة تحتاج إلى مزيد من الوضوح فيما يتعلق بالأدلة الإلكترونية.",
              "يرجى إضافة إشارة إلى حماية حقوق الإنسان والحريات الأساسية."),
          "zh",
          List.of("我们支持这项建议，并建议增加能力建设的内容。", "应当尊重各国主权和国内法律。", "关于电子证据的措辞需要更加明确。", "请增加对技术援助的提及。"),
          "en",
          List.of(
              "We support this recommendation and suggest that it mention capacity-building.",
              "Domestic law and the sovereignty of States should be respected.",
              "The wording on electronic evidence needs to be clearer.",
              "Please add a reference to the protection of human rights."),
          "fr",
          List.of(
              "Nous appuyons cette recommandation et proposons d’y mentionner le renforcement des"
                  + " capacités.",
              "Il conviendrait de respecter le droit interne et la souveraineté des États.",
              "Le libellé relatif aux preuves électroniques mérite d’être précisé.",
              "Prière d’ajouter une référence à l’assistance technique."),
          "ru",
          List.of(
              "Мы поддерживаем эту рекомендацию и предлагаем упомянуть наращивание потенциала.",
              "Следует уважать внутреннее законодательство и суверенитет государств.",
              "Формулировку об электронных доказательствах необходимо уточнить.",
              "Просим добавить ссылку на техническую помощь."),
          "es",
          List.of(
              "Apoyamos esta recomendación y proponemos que se mencione la creación de capacidad.",
              "Deberían respetarse el derecho interno y la soberanía de los Estados.",
              "Convendría aclarar la redacción relativa a las pruebas electrónicas.",
              "Sírvanse añadir una referencia a la asistencia técnica."));

  private final Random random;
  private final List<JsonNode> items;
  private final Map<String, Integer> said = new TreeMap<>();

  /**
   * @param items as the consultation answers them
   */
  PlausibleRound(long seed, List<JsonNode> items) {
    this.random = new Random(seed);
    this.items = items;
  }

  /**
   * What is said.
   *
   * @param line the comment as it is handed in with others
   */
  record Said(String tag, String participant, ObjectNode line) {

    /** The comment as it is handed in alone. */
    ObjectNode alone(String consultation) {
      return line.deepCopy().put("consultation", consultation);
    }
  }

  /** How many comments each of the participants makes; together exactly so many. */
  Map<String, Integer> shares(List<String> participants, int comments) {
    Map<String, Integer> shares = new TreeMap<>();
    double[] weights = participants.stream().mapToDouble(each -> weight()).toArray();
    double all = java.util.Arrays.stream(weights).sum();
    int left = comments;
    for (int n = 0; n < weights.length; n++) {
      int share =
          n == weights.length - 1
              ? left
              : Math.min(left, (int) Math.round(comments * weights[n] / all));
      shares.put(participants.get(n), share);
      left -= share;
    }
    return shares;
  }

  private double weight() {
    double drawn = 0.3 + random.nextDouble();
    return drawn * drawn * drawn;
  }

  /** The next comments of a participant. */
  List<Said> next(String participant, int many) {
    List<Said> comments = new ArrayList<>();
    for (int n = 0; n < many; n++) {
      comments.add(next(participant));
    }
    return comments;
  }

  private Said next(String participant) {
    int number = said.merge(participant, 1, Integer::sum);
    String tag = "%s%04d".formatted(participant, number);
    String language = language(participant);
    ObjectNode line = JSON.createObjectNode();
    if (random.nextInt(60) > 0) {
      JsonNode item = item();
      line.put("recommendation", item.path("id").asString());
      if (random.nextInt(6) == 0) {
        line.put("proposedText", amended(item.path("texts").path("ar").asString()));
        line.put("proposedTextLanguage", "ar");
      }
    }
    line.put("kind", KINDS.get(random.nextInt(KINDS.size())));
    line.put("position", POSITIONS.get(random.nextInt(POSITIONS.size())));
    line.put("language", language);
    line.put("text", sentences(language) + " [" + tag + "]");
    if (random.nextInt(5) == 0) {
      line.put("rationale", sentences(language));
    }
    if (participant.equals(SPEAKER) && number % 2 == 1) {
      line.put("onBehalfOf", GROUP);
    }
    if (!language.equals("en") && random.nextInt(8) == 0) {
      line.putArray("translations")
          .addObject()
          .put("language", "en")
          .put("text", sentences("en"))
          .put("author", "the secretariat");
    }
    return new Said(tag, participant, line);
  }

  private JsonNode item() {
    return random.nextDouble() < IN_THE_LIMELIGHT
        ? items.get(random.nextInt(LIMELIGHT) * 7)
        : items.get(random.nextInt(items.size()));
  }

  /** A text with two words more in its middle, and one word less at its end. */
  private String amended(String text) {
    List<String> words = new ArrayList<>(List.of(text.split(" ", -1)));
    words.add(words.size() / 2, "عند الاقتضاء");
    words.removeLast();
    return String.join(" ", words);
  }

  private String sentences(String language) {
    List<String> known = SENTENCES.getOrDefault(language, List.of());
    int first = random.nextInt(known.size());
    return random.nextBoolean()
        ? known.get(first)
        : known.get(first) + " " + known.get((first + 1) % known.size());
  }

  static String language(String participant) {
    return SPEAKERS.entrySet().stream()
        .filter(each -> each.getValue().contains(participant))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("en");
  }
}
