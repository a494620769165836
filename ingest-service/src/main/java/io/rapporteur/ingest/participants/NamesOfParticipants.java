package io.rapporteur.ingest.participants;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import io.rapporteur.ingest.reading.RecognizingParticipants;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognizes participants by their short and formal names in six languages, in either order of
 * words: {@code Venezuela (Bolivarian Republic of)} is the {@code Bolivarian Republic of
 * Venezuela}. The names of regions in CLDR, the Unicode table of locales, and names that a State
 * has given up are recognized beside them; they are never printed. A name that fits two
 * participants fits none. Immutable.
 */
public final class NamesOfParticipants implements RecognizingParticipants {

  private static final List<String> LANGUAGES = List.of("ar", "zh", "en", "fr", "ru", "es");
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
  private static final Pattern ARTICLE =
      Pattern.compile("the|of|la|le|les|l|el|los|las|de|du|des|del|d|и|de");
  private static final String AMBIGUOUS = "";

  private final Map<String, String> codes;

  private NamesOfParticipants(Map<String, String> codes) {
    this.codes = codes;
  }

  /** Recognizes these participants. */
  public static NamesOfParticipants of(Collection<Participant> participants) {
    return new NamesOfParticipants(table(participants));
  }

  @Override
  public Optional<String> code(String printed) {
    return Optional.ofNullable(codes.get(key(printed))).filter(code -> !code.equals(AMBIGUOUS));
  }

  private static Map<String, String> table(Collection<Participant> participants) {
    Map<String, String> official = new HashMap<>();
    for (Participant each : participants) {
      for (Participant.Name name : each.names().values()) {
        put(official, name.shortName(), each.code());
        put(official, name.formal(), each.code());
      }
    }
    Map<String, String> regions = new HashMap<>();
    for (Participant each : participants) {
      if (each.code().length() == 2) {
        LANGUAGES.forEach(language -> put(regions, region(each.code(), language), each.code()));
      }
    }
    regions.forEach(official::putIfAbsent);
    Map<String, String> former = new HashMap<>();
    for (Participant each : participants) {
      FormerNames.ALL
          .getOrDefault(each.code(), List.of())
          .forEach(name -> put(former, name, each.code()));
    }
    former.forEach(official::putIfAbsent);
    return Map.copyOf(official);
  }

  private static String region(String code, String language) {
    return LocaleDisplayNames.getInstance(new ULocale(language))
        .regionDisplayName(code.toUpperCase(Locale.ROOT));
  }

  private static void put(Map<String, String> table, String name, String code) {
    String key = key(name);
    if (!key.isEmpty()) {
      table.merge(key, code, (one, other) -> one.equals(other) ? one : AMBIGUOUS);
    }
  }

  /** The words of a name without articles, in one order; of Chinese its characters. */
  static String key(String name) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace("ـ", "");
    String words =
        Arrays.stream(BETWEEN.split(plain))
            .filter(word -> !word.isEmpty() && !ARTICLE.matcher(word).matches())
            .map(NamesOfParticipants::bare)
            .sorted()
            .collect(Collectors.joining(" "));
    String joined = words.replace(" ", "");
    return HAN.matcher(joined).matches() ? sorted(joined) : words;
  }

  private static String bare(String word) {
    return word.startsWith("ال") && word.length() > 4 ? word.substring(2) : word;
  }

  private static String sorted(String characters) {
    return characters
        .codePoints()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
