package io.rapporteur.schemas.reference;

import io.rapporteur.schemas.reference.References.Referable;
import io.rapporteur.schemas.reference.References.Resolution;
import java.util.Collection;
import java.util.List;

/**
 * What people write when they mean several recommendations: {@code 115.11-14, 115.82-85, 87},
 * {@code 13(a)-(d), (jj) and 14(b)}, {@code 140.35. 140.36}, with the digits, letters, dashes,
 * commas and words of any of the six languages. A part without a paragraph goes on in the paragraph
 * of the part before it.
 *
 * <p>All parts are understood, or none is taken: whatever fits nothing or more than one item is
 * answered by name and never guessed. A range means every label between its ends; if the list lacks
 * one of them, or the ends stand in two lists or the wrong way round, it fits nothing. A hyphen
 * that may stand for the full stop of one item, as Arabic prints {@code 115-118}, or for a range of
 * items is ambiguous where the list has both.
 */
public final class ReferenceExpressions {

  private static final int LONGEST = 4_000;

  private ReferenceExpressions() {}

  /** What an expression comes to. */
  public sealed interface Meaning {}

  /**
   * Every part is understood.
   *
   * @param ids the items, each once, in the order in which they were written
   */
  public record Items(List<String> ids) implements Meaning {
    /** Copies the list. */
    public Items {
      ids = List.copyOf(ids);
    }
  }

  /**
   * Not every part is understood.
   *
   * @param fragments the parts that are not; at least one
   */
  public record Unclear(List<Fragment> fragments) implements Meaning {
    /** Copies the list. */
    public Unclear {
      fragments = List.copyOf(fragments);
    }
  }

  /**
   * A part that is not understood.
   *
   * @param written as it stands in the expression
   * @param resolution nothing, or the candidates
   * @param missing of a range, the labels that no item bears
   */
  public record Fragment(String written, Resolution resolution, List<String> missing) {
    /** Copies the list. */
    public Fragment {
      missing = List.copyOf(missing);
    }
  }

  /**
   * Reads an expression. Any string is accepted; the work grows with its length, which is cut at
   * 4,000 characters, and with the number of items.
   *
   * @param items in the order of the text
   * @param paragraph that parts without one stand in, for instance {@code 115} for an answer that
   *     says "recommendations 11-14" of a list in paragraph 115; empty if none is known
   */
  public static Meaning read(String expression, Collection<Referable> items, String paragraph) {
    if (expression.length() > LONGEST) {
      return new Unclear(
          List.of(
              new Fragment(
                  expression.substring(0, 40) + "...", new References.NothingFits(), List.of())));
    }
    return new ReferenceParser(expression, new ReferableItems(items), paragraph).meaning();
  }
}
