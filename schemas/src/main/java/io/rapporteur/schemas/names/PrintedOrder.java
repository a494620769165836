package io.rapporteur.schemas.names;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The order of participants in every list: by class (Member States, non-member observer States,
 * intergovernmental organizations and United Nations entities, others), then alphabetical in one
 * language. Never by code, never by support.
 *
 * <p>Languages of Latin and Cyrillic letters are filed letter by letter, as lists of the United
 * Nations are: <i>Guinée-Bissau</i> before <i>Guinée équatoriale</i>, <i>Sainte-Lucie</i> before
 * <i>Saint-Kitts-et-Nevis</i> (press release ORG/1469). Arabic is filed word by word, without the
 * leading article (paragraph 67 of UNODC/CCPCJ/EG.4/2020/2). Chinese is filed by pinyin. Immutable.
 */
public final class PrintedOrder {

  private static final Map<String, Integer> RANK =
      Map.of(
          "member-state", 0,
          "non-member-observer-state", 1,
          "intergovernmental-organization", 2,
          "un-entity", 2);

  private static final int OTHERS = 3;
  private static final String ARTICLE = "ال";
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\p{P}\\s]+");

  // In the name of Peru alone the first character is read bì, like the other one; elsewhere mì.
  private static final String PERU = "秘鲁";
  private static final String PERU_AS_READ = "毕鲁";

  private final String language;
  private final Collator collator;

  /**
   * The order of one language.
   *
   * @param language tag of the page
   */
  public PrintedOrder(String language) {
    this.language = language;
    var rules =
        (RuleBasedCollator) Collator.getInstance(ULocale.forLanguageTag(language)).cloneAsThawed();
    rules.setAlternateHandlingShifted(!language.equals("ar"));
    // Frozen, a collator may be shared between threads.
    this.collator = rules.freeze();
  }

  /**
   * Orders participants.
   *
   * @param code decides between two who have one class and one name
   */
  public <T> Comparator<T> by(
      Function<T, String> participantClass, Function<T, String> name, Function<T, String> code) {
    return Comparator.<T>comparingInt(
            each -> RANK.getOrDefault(participantClass.apply(each), OTHERS))
        .thenComparing(name, this::compareNames)
        .thenComparing(code);
  }

  /** Compares two printed names. */
  public int compareNames(String one, String other) {
    return collator.compare(filed(one), filed(other));
  }

  /** The name under which it is filed. */
  private String filed(String name) {
    return switch (language) {
      case "ar" -> {
        // Alef with madda is filed as alef, as alef with hamza is; ICU puts it before all.
        String words = BETWEEN_WORDS.matcher(name).replaceAll(" ").replace('\u0622', '\u0627');
        yield words.startsWith(ARTICLE) ? words.substring(ARTICLE.length()) : words;
      }
      case "zh" -> name.replace(PERU, PERU_AS_READ);
      default -> name;
    };
  }
}
