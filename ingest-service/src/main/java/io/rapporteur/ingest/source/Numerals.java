package io.rapporteur.ingest.source;

import java.util.Locale;

/**
 * Numbers as Word and HTML print them before the paragraphs of a list (ECMA-376, 17.18.59, and CSS
 * Counter Styles). Stateless; an unknown format prints decimals, as Word does.
 */
final class Numerals {

  private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";
  private static final String RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя";
  private static final String GREEK = "αβγδεζηθικλμνξοπρστυφχψω";
  private static final String ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
  private static final String ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
  private static final String HEBREW = "אבגדהוזחטיכלמנסעפצקרשת";
  private static final String CHINESE = "〇一二三四五六七八九";
  private static final String CHINESE_LEGAL = "零壹贰叁肆伍陆柒捌玖";
  private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
  private static final int[] ROMAN = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] ROMAN_LETTERS = {
    "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
  };

  private Numerals() {}

  /** Prints a number in a format by the name that Word has for it. */
  static String of(int number, String format) {
    return switch (format) {
      case "none" -> "";
      case "bullet" -> "•";
      case "decimalZero" -> number < 10 && number >= 0 ? "0" + number : "" + number;
      case "lowerLetter" -> letters(number, LATIN);
      case "upperLetter" -> letters(number, LATIN).toUpperCase(Locale.ROOT);
      case "lowerRoman" -> roman(number);
      case "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
      case "russianLower" -> letters(number, RUSSIAN);
      case "russianUpper" -> letters(number, RUSSIAN).toUpperCase(Locale.ROOT);
      case "lowerGreek" -> letters(number, GREEK);
      case "arabicAbjad" -> letters(number, ABJAD);
      case "arabicAlpha" -> letters(number, ALPHA);
      case "hebrew2" -> letters(number, HEBREW);
      case "ordinal" -> number + ordinalEnding(number);
      case "hindiNumbers" -> digits(number, '٠');
      case "persian" -> digits(number, '۰');
      case "decimalFullWidth", "decimalFullWidth2" -> digits(number, '０');
      case "decimalEnclosedParen" -> "(" + number + ")";
      case "decimalEnclosedFullstop" -> number + ".";
      case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
          number >= 1 && number <= 20 ? Character.toString('①' + number - 1) : "" + number;
      case "ideographTraditional" ->
          number >= 1 && number <= 10 ? STEMS.substring(number - 1, number) : "" + number;
      case "chineseCounting",
          "chineseCountingThousand",
          "taiwaneseCounting",
          "taiwaneseCountingThousand",
          "japaneseCounting" ->
          chinese(number, CHINESE, "十百千");
      case "chineseLegalSimplified" -> chinese(number, CHINESE_LEGAL, "拾佰仟");
      case "ideographDigital", "japaneseDigitalTenThousand" -> eachDigit(number);
      default -> Integer.toString(number);
    };
  }

  /** a to z, then aa, bb, ... as Word has it: the letter is repeated. */
  private static String letters(int number, String series) {
    if (number < 1) {
      return Integer.toString(number);
    }
    int place = (number - 1) % series.length();
    int times = Math.min(32, (number - 1) / series.length() + 1);
    return series.substring(place, place + 1).repeat(times);
  }

  private static String roman(int number) {
    if (number < 1 || number > 32_767) {
      return Integer.toString(number);
    }
    var roman = new StringBuilder();
    int rest = number;
    for (int i = 0; i < ROMAN.length; i++) {
      for (; rest >= ROMAN[i]; rest -= ROMAN[i]) {
        roman.append(ROMAN_LETTERS[i]);
      }
    }
    return roman.toString();
  }

  private static String digits(int number, char zero) {
    var digits = new StringBuilder();
    Integer.toString(number).chars().forEach(c -> digits.append((char) (zero + c - '0')));
    return number < 0 ? Integer.toString(number) : digits.toString();
  }

  private static String eachDigit(int number) {
    var digits = new StringBuilder();
    Integer.toString(number)
        .chars()
        .forEach(c -> digits.append(c == '-' ? '-' : CHINESE.charAt(c - '0')));
    return digits.toString();
  }

  /** 十, 十一, 二十, 一百〇五: up to 9,999. */
  private static String chinese(int number, String digits, String units) {
    if (number < 1 || number > 9_999) {
      return Integer.toString(number);
    }
    var printed = new StringBuilder();
    boolean gap = false;
    for (int place = 3; place >= 0; place--) {
      int digit = number / (int) Math.pow(10, place) % 10;
      if (digit == 0) {
        gap = !printed.isEmpty();
        continue;
      }
      if (gap) {
        printed.append(digits.charAt(0));
        gap = false;
      }
      boolean bareTen = place == 1 && digit == 1 && printed.isEmpty();
      if (!bareTen) {
        printed.append(digits.charAt(digit));
      }
      if (place > 0) {
        printed.append(units.charAt(place - 1));
      }
    }
    return printed.toString();
  }

  private static String ordinalEnding(int number) {
    if (number % 100 >= 11 && number % 100 <= 13) {
      return "th";
    }
    return switch (number % 10) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }
}
