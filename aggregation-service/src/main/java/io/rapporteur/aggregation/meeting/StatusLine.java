package io.rapporteur.aggregation.meeting;

import static java.util.Objects.requireNonNull;

import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;

/**
 * What stands over a list that is not adopted: "Agreed so far, status of 7 April 18:00,
 * unofficial", in the zone of the meeting and the language of the page, with Western digits.
 */
public final class StatusLine {

  private static final String FALLBACK = "en";

  /** Day and hour are put together here, since a locale's own way puts a word between them. */
  private static final Map<String, String> SENTENCES =
      Map.of(
          "ar", "ما اتُّفق عليه حتى الآن، الحالة في %s الساعة %s، غير رسمي",
          "zh", "迄今商定的案文，截至%s %s，非正式",
          "en", "Agreed so far, status of %s %s, unofficial",
          "fr", "Texte convenu à ce jour, état au %s %s, non officiel",
          "ru", "Согласовано на данный момент, по состоянию на %s %s, неофициально",
          "es", "Convenido hasta la fecha, situación al %s %s, no oficial");

  private StatusLine() {}

  /** The sentence of an instant. */
  public static String of(Instant at, ZoneId zone, String language) {
    // The day stands before the month, as the organization writes English.
    String region = language.equals(FALLBACK) ? "en-GB" : language;
    ULocale locale = ULocale.forLanguageTag(region + "-u-nu-latn");
    String sentence = SENTENCES.get(language);
    return requireNonNull(sentence == null ? SENTENCES.get(FALLBACK) : sentence)
        .formatted(shown("MMMMd", at, zone, locale), shown("HHmm", at, zone, locale));
  }

  private static String shown(String fields, Instant at, ZoneId zone, ULocale locale) {
    String pattern = DateTimePatternGenerator.getInstance(locale).getBestPattern(fields);
    var format = new SimpleDateFormat(pattern, locale);
    format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
    return format.format(Date.from(at));
  }
}
