package io.rapporteur.comments.table;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Several names or ids in one cell, parted by semicolons of any of the six languages or by the ends
 * of lines; names have commas of their own. Stateless.
 */
public final class NameList {

  private static final Pattern BETWEEN = Pattern.compile("\\s*[;\u061B\uFF1B\\n\\r]+\\s*");

  private NameList() {}

  /** The names of a cell, in their order. */
  public static List<String> read(String cell) {
    return Arrays.stream(BETWEEN.split(cell, -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Names as a cell holds them. */
  public static String written(List<String> names) {
    return String.join("; ", names);
  }
}
