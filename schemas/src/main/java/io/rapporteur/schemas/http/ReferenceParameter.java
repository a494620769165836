package io.rapporteur.schemas.http;

import io.rapporteur.schemas.reference.References;
import io.rapporteur.schemas.reference.References.Referable;
import java.util.Collection;
import java.util.List;

/** A reference in a path: an id, or what people write, such as {@code 13(jj)}. */
public final class ReferenceParameter {

  private ReferenceParameter() {}

  /**
   * The id of the item that is meant.
   *
   * @param consultation for the answer
   * @throws RefusedException ambiguous, with the candidates; or not found
   */
  public static String resolve(String reference, Collection<Referable> items, String consultation) {
    return switch (References.resolve(reference, items)) {
      case References.Found(String id) -> id;
      case References.Ambiguous(List<References.Candidate> candidates) ->
          throw new RefusedException(List.of(ambiguous("reference", reference, candidates)));
      case References.NothingFits nothing ->
          throw new RefusedException(
              ProblemType.NOT_FOUND,
              "The reference fits no recommendation of " + consultation + ".");
    };
  }

  /** The fault of a reference that fits more than one item. */
  public static Fault ambiguous(
      String field, String reference, List<References.Candidate> candidates) {
    return Fault.of(
        ProblemType.AMBIGUOUS_REFERENCE,
        field,
        reference,
        "one of the candidates",
        candidates.stream().map(References.Candidate::shown).toList());
  }
}
