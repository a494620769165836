package io.rapporteur.ingest.reading;

import io.rapporteur.schemas.reference.LabelSeries;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Series that lists are labelled with. Each maps to canonical labels by position, so that an item
 * has one label in all languages, whatever letters its list is made of.
 */
enum Series {
  /**
   * 26 letters, Latin or Arabic; Cyrillic look-alikes count as the Latin letters they look like.
   */
  LETTERS(""),
  /** The abjad as word processors and style sheets number it: two letters more. */
  ARABIC_28("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
  /** Cyrillic letters in their own order. */
  CYRILLIC("абвгдежзиклмнопрстуфхцчшщэюя"),
  /** Chinese numerals. */
  HAN("一二三四五六七八九"),
  /** Small Roman numerals; Arabic prints quoted numerals in their place. */
  ROMAN(""),
  /** Numbers. */
  NUMBERS("");

  private static final String[] ONES = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
  private static final String[] TENS = {"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"};
  private static final int LONGEST = 4;
  private static final Map<String, Integer> ROMAN_NUMERALS =
      IntStream.rangeClosed(1, 99)
          .boxed()
          .collect(Collectors.toUnmodifiableMap(Series::roman, value -> value));

  private final String alphabet;

  Series(String alphabet) {
    this.alphabet = alphabet;
  }

  /** How far it goes. */
  int last() {
    return switch (this) {
      case NUMBERS -> 1_000_000;
      case HAN, ROMAN -> 99;
      default -> LabelSeries.LETTERS * LONGEST;
    };
  }

  /** Canonical label of a place, from 1. */
  String label(int ordinal) {
    return switch (this) {
      case NUMBERS -> String.valueOf(ordinal);
      case ROMAN -> roman(ordinal);
      default -> LabelSeries.at(ordinal);
    };
  }

  /** The places, from 1, of a label in the series that have it. */
  static Map<Series, Integer> places(String plain, String latin, boolean quoted) {
    Map<Series, Integer> places = new EnumMap<>(Series.class);
    for (Series each : values()) {
      int place = each.place(plain, latin, quoted);
      if (place > 0) {
        places.put(each, place);
      }
    }
    return places;
  }

  private int place(String plain, String latin, boolean quoted) {
    return switch (this) {
      case LETTERS -> LabelSeries.canonical(plain).flatMap(LabelSeries::ordinal).orElse(0);
      case NUMBERS -> quoted ? 0 : number(plain);
      case ROMAN -> quoted ? number(plain) : ROMAN_NUMERALS.getOrDefault(latin, 0);
      case HAN -> han(plain);
      case ARABIC_28, CYRILLIC -> doubled(plain);
    };
  }

  private int doubled(String plain) {
    int place = plain.isEmpty() ? -1 : alphabet.indexOf(plain.charAt(0));
    boolean uniform = plain.chars().distinct().count() == 1;
    int ordinal = place + 1 + (plain.length() - 1) * alphabet.length();
    return place >= 0 && uniform && ordinal <= last() ? ordinal : 0;
  }

  /** How many places a lost doubling takes a label back; 0 if this series has no doubling. */
  int doubling() {
    return switch (this) {
      case LETTERS -> LabelSeries.LETTERS;
      case ARABIC_28, CYRILLIC -> alphabet.length();
      default -> 0;
    };
  }

  private static int number(String plain) {
    boolean digits =
        !plain.isEmpty() && plain.length() <= 6 && plain.chars().allMatch(Character::isDigit);
    return digits ? Integer.parseInt(plain) : 0;
  }

  private static String roman(int ordinal) {
    return TENS[ordinal / 10] + ONES[ordinal % 10];
  }

  private int han(String plain) {
    int ten = plain.indexOf('十');
    if (ten < 0) {
      return plain.length() == 1 ? alphabet.indexOf(plain.charAt(0)) + 1 : 0;
    }
    int tens = ten == 0 ? 1 : ten == 1 ? alphabet.indexOf(plain.charAt(0)) + 1 : 0;
    String rest = plain.substring(ten + 1);
    int ones = rest.length() == 1 ? alphabet.indexOf(rest.charAt(0)) + 1 : 0;
    return tens == 0 || rest.length() > 1 || (ones == 0 && !rest.isEmpty()) ? 0 : tens * 10 + ones;
  }
}
