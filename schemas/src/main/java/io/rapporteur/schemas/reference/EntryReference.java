package io.rapporteur.schemas.reference;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What entries of a consolidated draft are called: {@code <consultation>.entry-12} by programs,
 * "12" or "entry 12" by people, in digits of any script. Pure.
 */
public final class EntryReference {

  private static final String INFIX = ".entry-";
  private static final Pattern NUMBER = Pattern.compile("(?:entry[ -]?)?(\\p{Nd}{1,6})");

  private EntryReference() {}

  /** The id that is meant; what is no number is taken for an id. */
  public static String id(String consultation, String reference) {
    Matcher number = NUMBER.matcher(reference.strip().toLowerCase(Locale.ROOT));
    return number.matches() ? id(consultation, Integer.parseInt(number.group(1))) : reference;
  }

  /** The id of a number. */
  public static String id(String consultation, int number) {
    return consultation + INFIX + number;
  }

  /** The number of an id: what the entry is called in the room; 0 if it is no id of an entry. */
  public static int number(String id) {
    int at = id.lastIndexOf(INFIX);
    String digits = at < 0 ? "" : id.substring(at + INFIX.length());
    return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
  }
}
