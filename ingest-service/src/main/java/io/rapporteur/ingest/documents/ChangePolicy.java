package io.rapporteur.ingest.documents;

import static io.rapporteur.ingest.documents.Change.As.CORRIGENDUM;
import static io.rapporteur.ingest.documents.Change.As.LANGUAGE_VERSION;
import static io.rapporteur.ingest.documents.Change.As.MERGING;
import static io.rapporteur.ingest.documents.Change.As.REWORDING;
import static io.rapporteur.ingest.documents.Change.As.TRANSCRIPTION;
import static io.rapporteur.ingest.documents.Change.As.WITHDRAWAL;

import io.rapporteur.ingest.documents.Difference.Kind;
import io.rapporteur.ingest.documents.PublishingRecommendations.Misfit;
import io.rapporteur.ingest.documents.Recommendation.Status;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A change fits if it says of a difference what it can be: only the language that leads takes a
 * recommendation off the list, a corrigendum has a symbol, and nothing is merged into what does not
 * stand. A change of what no longer differs fits too, so that a publication can be repeated.
 */
record ChangePolicy(
    Document document, List<Recommendation> standing, List<Difference> differences) {

  /** Every change that does not fit. */
  List<Misfit> misfits(List<Change> changes) {
    List<Misfit> misfits = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (int place = 0; place < changes.size(); place++) {
      Change change = changes.get(place);
      boolean first = named.add(change.recommendation());
      int at = place;
      misfit(place, change)
          .or(() -> first ? Optional.empty() : twice(at, change))
          .ifPresent(misfits::add);
    }
    return misfits;
  }

  private static Optional<Misfit> twice(int place, Change change) {
    return misfit(place, "recommendation", change.recommendation(), "one change of each");
  }

  private Optional<Misfit> misfit(int place, Change change) {
    String id = change.recommendation();
    Optional<Recommendation> published =
        standing.stream().filter(each -> each.id().equals(id)).findFirst();
    if (published.isEmpty()) {
      return misfit(place, "recommendation", id, "a published recommendation of the document");
    }
    Optional<Difference> difference =
        differences.stream().filter(each -> each.recommendation().equals(id)).findFirst();
    if (difference.isPresent()) {
      Set<Change.As> fitting = fitting(difference.get());
      if (!fitting.contains(change.as())) {
        return misfit(place, "as", change.as().word(), words(fitting));
      }
    }
    if (change.as() == CORRIGENDUM && change.symbol().isEmpty()) {
      return misfit(place, "symbol", "missing", "the symbol of the corrigendum");
    }
    if (change.as() == CORRIGENDUM && change.languages().isEmpty()) {
      return misfit(place, "languages", "missing", "the language versions that it corrects");
    }
    boolean intoFits =
        change.into().filter(into -> !into.equals(id)).filter(this::stands).isPresent();
    return change.as() == MERGING && !intoFits
        ? misfit(
            place,
            "into",
            change.into().orElse("missing"),
            "another recommendation of the document that stands")
        : Optional.empty();
  }

  /** What a difference can be said to be. */
  private Set<Change.As> fitting(Difference difference) {
    return switch (difference.kind()) {
      case CHANGED ->
          outdated(difference)
              ? EnumSet.of(TRANSCRIPTION, CORRIGENDUM, REWORDING, LANGUAGE_VERSION)
              : EnumSet.of(TRANSCRIPTION, CORRIGENDUM, REWORDING);
      case OUTDATED, NEW_LANGUAGE -> EnumSet.of(LANGUAGE_VERSION);
      case MISSING -> document.leads() ? EnumSet.of(WITHDRAWAL, MERGING) : Set.of();
      case NEW, EXTRA -> Set.of();
    };
  }

  private boolean outdated(Difference difference) {
    String language = document.language();
    return difference
        .before()
        .filter(
            before ->
                before.wording(language).filter(w -> w.version() < before.version()).isPresent())
        .isPresent();
  }

  private static String words(Set<Change.As> fitting) {
    return fitting.isEmpty()
        ? "no change of it, but a correction of the reading"
        : fitting.stream().map(Change.As::word).collect(Collectors.joining(", ", "one of ", ""));
  }

  /** Whether it will stand after the publication. */
  private boolean stands(String id) {
    Optional<Kind> kind =
        differences.stream()
            .filter(each -> each.recommendation().equals(id))
            .map(Difference::kind)
            .findFirst();
    boolean published =
        standing.stream()
            .anyMatch(each -> each.id().equals(id) && each.status() == Status.STANDING);
    return kind.map(found -> found != Kind.MISSING).orElse(published);
  }

  private static Optional<Misfit> misfit(int place, String field, String value, String expected) {
    return Optional.of(new Misfit(place, field, value, expected));
  }
}
