package io.rapporteur.aggregation.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The order of the columns of a table: ours, or that of the tables of other bodies. */
public enum Order {
  OURS,
  ISO,
  IPPC;

  /** The order of a word such as {@code iso}. */
  public static Optional<Order> of(String word) {
    return Arrays.stream(values()).filter(order -> order.word().equals(word)).findFirst();
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Order::word).toList();
  }

  /** The word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
