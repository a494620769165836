package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.documents.Recommendation.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a reading departs from what is published of its document.
 *
 * @param recommendation id
 * @param before what is published; empty if nothing is
 * @param after what was read; empty if it is missing
 */
public record Difference(
    String recommendation,
    Kind kind,
    Optional<Recommendation> before,
    Optional<Recommendation> after) {

  /** What differs. */
  public enum Kind {
    /** It was read in the language that leads and is not published. */
    NEW,
    /** It is published, and not in this language yet. */
    NEW_LANGUAGE,
    /** Its text, label or footnotes are other than published. */
    CHANGED,
    /** This language says what it said before a rewording in another. */
    OUTDATED,
    /** It is published and was not read. */
    MISSING,
    /** It was read in this language, and the language that leads has no such item. */
    EXTRA;

    /** The word in JSON, for instance {@code new-language}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * All differences, in the order of the reading, the missing ones last. What was withdrawn or
   * merged is no longer compared: its id is not used again.
   *
   * <p>The reading that leads is compared by id. One in another language is compared by label, as
   * the labels stand now; what it lacks or has beyond is told and moves nothing else.
   *
   * @param published of the document, whatever its status
   */
  public static List<Difference> between(Document document, List<Recommendation> published) {
    Map<String, Recommendation> before =
        published.stream()
            .collect(
                Collectors.toMap(
                    key(document), Function.identity(), Difference::standing, LinkedHashMap::new));
    List<Difference> differences = new ArrayList<>();
    for (Recommendation read : Recommendation.of(document)) {
      Recommendation standing = before.remove(key(document).apply(read));
      if (standing == null) {
        Kind kind = document.leads() ? Kind.NEW : Kind.EXTRA;
        differences.add(new Difference(read.id(), kind, Optional.empty(), Optional.of(read)));
      } else if (standing.status() == Status.STANDING) {
        kind(document, standing, read)
            .map(
                kind ->
                    new Difference(standing.id(), kind, Optional.of(standing), Optional.of(read)))
            .ifPresent(differences::add);
      }
    }
    before.values().stream()
        .filter(each -> each.status() == Status.STANDING)
        .filter(each -> !document.absent().contains(each.id()))
        .map(each -> new Difference(each.id(), Kind.MISSING, Optional.of(each), Optional.empty()))
        .forEach(differences::add);
    return differences;
  }

  /** Of two with one label, the one that is still put forward. */
  private static Recommendation standing(Recommendation one, Recommendation other) {
    return one.status() == Status.STANDING ? one : other;
  }

  private static Function<Recommendation, String> key(Document document) {
    return document.leads() ? Recommendation::id : item -> item.heading().id() + " " + item.label();
  }

  private static Optional<Kind> kind(
      Document document, Recommendation standing, Recommendation read) {
    Optional<Wording> worded = standing.wording(document.language());
    if (worded.isEmpty()) {
      return Optional.of(Kind.NEW_LANGUAGE);
    }
    boolean sameLabel = !document.leads() || standing.label().equals(read.label());
    if (!sameLabel || !worded.get().saysTheSameAs(read.leading())) {
      return Optional.of(Kind.CHANGED);
    }
    return worded.get().version() < standing.version()
        ? Optional.of(Kind.OUTDATED)
        : Optional.empty();
  }
}
