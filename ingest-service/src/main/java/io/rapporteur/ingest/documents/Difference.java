package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.documents.Recommendation.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a reading departs from what is published of its document.
 *
 * @param recommendation id
 * @param before what is published; empty if it is new
 * @param after what was read; empty if it is missing
 */
public record Difference(
    String recommendation, Optional<Recommendation> before, Optional<Recommendation> after) {

  /** What differs. */
  public enum Kind {
    /** It was read and is not published. */
    NEW,
    /** Its text, label or footnotes are other than published. */
    CHANGED,
    /** It is published and was not read. */
    MISSING;

    /** The word in JSON. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What differs. */
  public Kind kind() {
    if (before.isEmpty()) {
      return Kind.NEW;
    }
    return after.isEmpty() ? Kind.MISSING : Kind.CHANGED;
  }

  /**
   * All differences, in the order of the reading, the missing ones last. What was withdrawn or
   * merged is no longer compared: its id is not used again.
   *
   * @param published of the document, whatever its status
   */
  public static List<Difference> between(Document document, List<Recommendation> published) {
    Map<String, Recommendation> before = new HashMap<>();
    published.forEach(each -> before.put(each.id(), each));
    List<Difference> differences = new ArrayList<>();
    for (Recommendation read : Recommendation.of(document)) {
      Recommendation standing = before.remove(read.id());
      if (standing == null) {
        differences.add(new Difference(read.id(), Optional.empty(), Optional.of(read)));
      } else if (standing.status() == Status.STANDING && !standing.saysTheSameAs(read)) {
        differences.add(new Difference(read.id(), Optional.of(standing), Optional.of(read)));
      }
    }
    published.stream()
        .filter(each -> before.containsKey(each.id()) && each.status() == Status.STANDING)
        .forEach(
            each ->
                differences.add(new Difference(each.id(), Optional.of(each), Optional.empty())));
    return differences;
  }
}
