package io.rapporteur.aggregation.rolling.http;

import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Moment;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.compilation.http.Looking.Look;
import io.rapporteur.aggregation.rolling.Regroupings;
import io.rapporteur.aggregation.rolling.RollingText;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ReferenceParameter;
import java.util.List;
import java.util.Optional;

/** What a caller sees of a rolling text, the same in JSON and on paper. Thread-safe. */
public final class RollingLooking {

  private static final double USUAL = 0.9;
  private static final double LEAST = 0.5;
  private static final String THRESHOLD = "a number from 0.5 to 1, such as 0.9";

  private final Compilations compilations;
  private final Looking looking;
  private final Regroupings regroupings;

  /** Looks at these. */
  public RollingLooking(Compilations compilations, Looking looking, Regroupings regroupings) {
    this.compilations = compilations;
    this.looking = looking;
    this.regroupings = regroupings;
  }

  /**
   * What is seen.
   *
   * @param items that are wanted, in the order of the text
   * @param whole whether these are all
   * @param order of the language of the text
   */
  record Rolled(
      Look look, List<Item> items, boolean whole, HouseOrder order, RollingText rolling) {}

  Consultation find(String id) {
    return looking.find(id);
  }

  /** How many ranks a cut has. */
  int partitions() {
    return compilations.partitions();
  }

  /** From which similarity texts are labelled; a fault is noted. */
  static double threshold(Optional<String> given, List<Fault> faults) {
    return given.map(text -> threshold(text, faults)).orElse(USUAL);
  }

  private static double threshold(String given, List<Fault> faults) {
    boolean fits = given.matches("[01](\\.[0-9]{1,6})?");
    double threshold = fits ? Double.parseDouble(given) : 0;
    if (threshold < LEAST || threshold > 1) {
      faults.add(Fault.of("threshold", given, THRESHOLD));
      return USUAL;
    }
    return threshold;
  }

  /**
   * Looks as a caller, in a language, as of a moment.
   *
   * @param recommendation reference of the one item wanted; all if empty
   */
  Rolled look(
      Consultation consultation,
      Caller caller,
      Moment moment,
      String language,
      double threshold,
      Optional<String> recommendation) {
    List<Item> items = compilations.items(consultation);
    Optional<String> wanted =
        recommendation.map(
            given ->
                ReferenceParameter.resolve(
                    given, items.stream().map(Item::referable).toList(), consultation.id()));
    Look look = looking.look(consultation, caller, moment, "asOf");
    var order = new HouseOrder(language, compilations.names(language));
    return new Rolled(
        look,
        items.stream().filter(item -> wanted.map(item.id()::equals).orElse(true)).toList(),
        recommendation.isEmpty(),
        order,
        new RollingText(language, look.sight().comments(), order, regroupings, threshold));
  }
}
