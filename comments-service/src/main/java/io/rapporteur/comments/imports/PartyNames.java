package io.rapporteur.comments.imports;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * From what a cell says to the codes that it can mean: a code, else a name in the language of the
 * row, else a name in any language. Spaces, capitals and the Arabic article are not heeded.
 * Immutable.
 */
final class PartyNames {

  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
  private static final Pattern MARKS = Pattern.compile("[\\p{Cf}]");
  private static final String ARTICLE = "ال";

  private final Map<String, Set<String>> byCode = new HashMap<>();
  private final Map<String, Map<String, Set<String>>> byName = new HashMap<>();
  private final Map<String, Set<String>> byAnyName = new HashMap<>();

  PartyNames(List<Party> parties) {
    for (Party party : parties) {
      put(byCode, party.code(), party.code());
      party
          .names()
          .forEach(
              (language, names) -> {
                Map<String, Set<String>> ofLanguage =
                    byName.computeIfAbsent(language, l -> new HashMap<>());
                names.forEach(name -> put(ofLanguage, name, party.code()));
                names.forEach(name -> put(byAnyName, name, party.code()));
              });
    }
  }

  /**
   * The codes that a text can mean: none, one, or several where it is ambiguous.
   *
   * @param language tag of the row's language; another is looked at if it means nothing there
   */
  Set<String> meant(String written, String language) {
    String folded = folded(written);
    Set<String> code = byCode.get(folded);
    if (code != null) {
      return code;
    }
    Set<String> inLanguage = byName.getOrDefault(language, Map.of()).get(folded);
    return inLanguage == null ? byAnyName.getOrDefault(folded, Set.of()) : inLanguage;
  }

  private static void put(Map<String, Set<String>> codes, String name, String code) {
    codes.computeIfAbsent(folded(name), n -> new TreeSet<>()).add(code);
  }

  private static String folded(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    String spaced = SPACES.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    return spaced.startsWith(ARTICLE) ? spaced.substring(ARTICLE.length()) : spaced;
  }
}
