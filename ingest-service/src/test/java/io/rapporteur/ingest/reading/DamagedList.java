package io.rapporteur.ingest.reading;

import io.rapporteur.schemas.reference.LabelSeries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random list of one language as it is printed after damage of the kinds that real documents
 * show, with what a correct reading of it is.
 */
final class DamagedList {

  private static final String ARABIC = "أبجدهوزحطيكلمنسعفصقرشتثخذض";
  private static final List<String> CONFUSED =
      List.of("dy", "cxh", "bvw", "gk", "tu", "qs", "il", "lj", "nu", "ce", "oq", "mn", "fs", "pr");
  private static final Map<String, String> TEXTS =
      Map.of(
          "ar", "البند رقم %d يبدأ هنا وينتهي هناك؛",
          "zh", "第%d项由此处开始到彼处结束；",
          "en", "Item number %d begins here and ends there;",
          "fr", "Le point %d commence ici et finit là ;",
          "ru", "Пункт под номером %d начинается здесь и кончается там;",
          "es", "El punto %d empieza aquí y acaba allí;");

  private final String language;
  private final Random random;
  private final StringBuilder printed = new StringBuilder();
  private final List<String> labels = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final Map<Integer, String> damaged = new HashMap<>();
  private int line = 1;
  private final Map<Integer, Integer> starts = new HashMap<>();
  private final Map<Integer, String> kinds = new HashMap<>();
  private int notes;
  private int pages = 1;
  private boolean afterText;

  /** Makes a list. */
  DamagedList(String language, Random random) {
    this.language = language;
    this.random = random;
    boolean bulleted = one(4);
    print(bulleted ? "- " : "");
    print(language.equals("ar") ? "1- " : "1. ");
    print("As follows:\n\n");
    if (bulleted) {
      kinds.put(-1, "bullet before a paragraph");
    }
    int size = 2 + random.nextInt(75);
    for (int n = 1; n <= size; n++) {
      String label = LabelSeries.at(n);
      item(label, lettered(label), true);
      if (one(25)) {
        nested(label);
      }
      if (one(60)) {
        item(label + "-bis", lettered(label) + " bis", false);
      } else if (one(60) && !label.startsWith("y") && !label.startsWith("z")) {
        String inserted = label + (char) (label.charAt(0) + 1);
        item(inserted, lettered(inserted), false);
      }
    }
    print(bulleted ? "\n- " : "\n");
    print(language.equals("ar") ? "2- " : "2. ");
    print("The meeting closed.\n");
  }

  String printed() {
    return printed.toString();
  }

  List<String> labels() {
    return labels;
  }

  List<String> texts() {
    return texts;
  }

  /** Lines whose label was damaged so that it is another label or none, with the kind of damage. */
  Map<Integer, String> damaged() {
    return damaged;
  }

  /** Places of the items, from 0, by the line in which each begins. */
  Map<Integer, Integer> starts() {
    return starts;
  }

  /** Damage of texts by the place of the item, from 0; -1 for the list as a whole. */
  Map<Integer, String> kinds() {
    return kinds;
  }

  private void nested(String parent) {
    int size = 2 + random.nextInt(4);
    for (int n = 1; n <= size; n++) {
      String roman = Series.ROMAN.label(n);
      item(
          parent + "." + roman,
          language.equals("ar") ? "\"" + arabicDigits(n) + "\"" : roman,
          false);
    }
  }

  private void item(String label, String letters, boolean letter) {
    labels.add(label);
    String text = TEXTS.getOrDefault(language, "").formatted(labels.size());
    texts.add(text);
    boolean runOn = language.equals("zh") && afterText && one(3);
    if (runOn) {
      back();
    } else if (one(4)) {
      print("- ");
      damaged.put(line, "bullet");
    }
    starts.putIfAbsent(line, labels.size() - 1);
    String before = damagedLabel(letters, letter);
    print(runOn && before.isEmpty() ? "\n" : "");
    print(before);
    body(text);
    print(one(2) ? "\n" : "\n\n");
  }

  private String damagedLabel(String letters, boolean letter) {
    boolean quoted = letters.startsWith("\"");
    boolean doubled = letter && LabelSeries.canonical(letters).orElseThrow().length() > 1;
    String label = letters;
    if (doubled && one(4)) {
      label = label.substring(0, 1);
      damaged.put(line, "lost doubling");
    } else if (doubled && one(6)) {
      label = String.join(" ", label.split(""));
      damaged.put(line, "inner spaces");
    } else if (letter && one(60)) {
      label = confused(label);
    } else if (letter && one(120)) {
      damaged.put(line, "lost label");
      return "";
    }
    return quoted ? label + " " : bracketed(label);
  }

  private String confused(String printedLetters) {
    String canonical = LabelSeries.canonical(printedLetters).orElseThrow();
    char letter = canonical.charAt(0);
    for (String group : CONFUSED) {
      if (group.indexOf(letter) >= 0) {
        char other = group.charAt((group.indexOf(letter) + 1) % group.length());
        damaged.put(line, "wrong letter");
        return lettered(String.valueOf(other).repeat(canonical.length()));
      }
    }
    return printedLetters;
  }

  private String bracketed(String label) {
    return switch (language) {
      case "zh" -> "（" + label + "）";
      case "fr", "es", "ru" -> label + ") ";
      default -> "(" + label + ") ";
    };
  }

  /** A footnote, or a page break, or both, stand within an item now and then. */
  private void body(String text) {
    afterText = true;
    int cut = language.equals("zh") ? text.length() / 2 : text.indexOf(' ', text.length() / 2);
    String first = text.substring(0, cut);
    String rest = language.equals("zh") ? text.substring(cut) : text.substring(cut + 1);
    String space = language.equals("zh") ? "" : " ";
    if (one(20)) {
      notes++;
      String marker = superscript(notes);
      String note = "(" + notes + ") See document " + notes + " of the meeting.\n";
      if (one(2)) {
        print(first + marker + "\n\n" + note + "\n" + rest);
        damaged.put(line, "footnote between");
      } else {
        print(first + marker + space + rest + "\n\n" + note);
        afterText = false;
      }
    } else if (one(10)) {
      print(first + "\n\n" + rest);
      kind("page break");
    } else if (one(20)) {
      print(first + "\n\n" + header() + "\n\n" + rest);
      kind("running header");
    } else if (one(20)) {
      print(first + "\n" + rest);
      kind("wrapped line");
    } else if (one(20) && hyphenates()) {
      int word = first.lastIndexOf(' ') + 4;
      print(first.substring(0, word) + "-\n" + first.substring(word) + " " + rest);
      kind("hyphenation");
    } else if (one(30)) {
      notes++;
      print(
          first
              + notes
              + space
              + rest
              + "\n\n("
              + notes
              + ") See document "
              + notes
              + " of the meeting.\n");
      kind("glued digit");
      afterText = false;
    } else {
      print(text);
    }
  }

  private void kind(String kind) {
    kinds.put(labels.size() - 1, kind);
  }

  /** Symbol and page number, in the orders in which they come out of pages. */
  private String header() {
    pages++;
    return switch (random.nextInt(3)) {
      case 0 -> "A/CONF.7/L.1\n" + pages;
      case 1 -> pages + "\n\nA/CONF.7/L.1";
      default -> "A/CONF.7/L.1 " + pages;
    };
  }

  /** Arabic and Chinese cut no words. */
  private boolean hyphenates() {
    return !language.equals("ar") && !language.equals("zh");
  }

  private void print(String text) {
    printed.append(text);
    line += (int) text.chars().filter(c -> c == '\n').count();
  }

  private void back() {
    while (printed.charAt(printed.length() - 1) == '\n') {
      printed.setLength(printed.length() - 1);
      line--;
    }
  }

  private boolean one(int of) {
    return random.nextInt(of) == 0;
  }

  /** Letters of the language for a canonical label; Russian mixes Cyrillic look-alikes in. */
  private String lettered(String label) {
    return switch (language) {
      case "ar" -> {
        var letters = new StringBuilder();
        label.chars().forEach(c -> letters.append(ARABIC.charAt(c - 'a')));
        yield letters.toString().equals("ه") ? "هـ" : letters.toString();
      }
      case "ru" ->
          random.nextBoolean()
              ? label.replace('a', 'а').replace('c', 'с').replace('e', 'е')
              : label;
      default -> label;
    };
  }

  private static String arabicDigits(int n) {
    return String.valueOf((char) ('\u0660' + n));
  }

  private static String superscript(int n) {
    var superscript = new StringBuilder();
    String.valueOf(n).chars().forEach(c -> superscript.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0')));
    return superscript.toString();
  }
}
