package io.rapporteur.aggregation.compilation.http;

import io.rapporteur.aggregation.compilation.Moment;
import io.rapporteur.schemas.http.Fault;
import java.util.List;
import java.util.Optional;

/** A parameter that names a moment. */
public final class MomentParameter {

  private MomentParameter() {}

  /**
   * The moment of a name; empty, and a fault noted, if it names none.
   *
   * @param field name of the parameter
   * @param partitions how many ranks a cut has
   */
  public static Optional<Moment> read(
      String field, String name, int partitions, List<Fault> faults) {
    Optional<Moment> moment = Moment.parse(name, partitions);
    if (moment.isEmpty()) {
      faults.add(Fault.of(field, name, Moment.EXPECTED));
    }
    return moment;
  }
}
