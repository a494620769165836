package io.rapporteur.schemas.http;

import java.util.List;
import java.util.Optional;

/**
 * How many things a page holds, as its caller asks for by {@code limit}.
 *
 * @param usual for a caller that does not say
 * @param most that one may ask for
 */
public record PageLimit(int usual, int most) {

  /**
   * What was asked for.
   *
   * @param given in digits, from 1 to the most
   * @param faults where it is told if it is anything else; the answer is the usual one then
   */
  public int of(Optional<String> given, List<Fault> faults) {
    if (given.isEmpty()) {
      return usual;
    }
    int asked = given.get().matches("[0-9]{1,9}") ? Integer.parseInt(given.get()) : 0;
    if (asked < 1 || asked > most) {
      faults.add(Fault.of("limit", given.get(), "a number from 1 to " + most));
      return usual;
    }
    return asked;
  }
}
