package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.documents.Difference.Kind;
import io.rapporteur.ingest.documents.Recommendation.Status;
import io.rapporteur.ingest.reading.Reading.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Publishing what was read and corrected. What is new is published; what differs from what stands
 * is published only as the change that the secretariat says it is, and nothing is published while
 * one difference is undecided. Doing it twice changes nothing. Thread-safe.
 */
public final class PublishingRecommendations {

  private final Documents documents;

  /** Puts the use case together. */
  public PublishingRecommendations(Documents documents) {
    this.documents = documents;
  }

  /** What came of a publication. */
  public sealed interface Outcome {}

  /**
   * It was done.
   *
   * @param published how many items are new
   * @param changed how many changed
   * @param standing how many stood already and stay as they were
   */
  public record Published(int published, int changed, int standing) implements Outcome {}

  /** Items of the reading wait for a human decision; nothing was published. */
  public record ReadingUndecided(List<Item> items) implements Outcome {

    /** Copies the list. */
    public ReadingUndecided {
      items = List.copyOf(items);
    }
  }

  /** Differences that the secretariat has not decided on; nothing was published. */
  public record Undecided(List<Difference> differences) implements Outcome {

    /** Copies the list. */
    public Undecided {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Another publication came first for these; what it made of them stands, and their changes did
   * not count.
   *
   * @param recommendations ids
   */
  public record Overtaken(Set<String> recommendations) implements Outcome {

    /** Copies the ids. */
    public Overtaken {
      recommendations = Set.copyOf(recommendations);
    }
  }

  /** The view did not reach the end of the log, so that nothing can be said. */
  public record ViewBehind() implements Outcome {}

  /** Changes that do not fit the differences; nothing was published. */
  public record Unfit(List<Misfit> misfits) implements Outcome {

    /** Copies the list. */
    public Unfit {
      misfits = List.copyOf(misfits);
    }
  }

  /**
   * A change that does not fit.
   *
   * @param change its place in the list given, from 0
   */
  public record Misfit(int change, String field, String value, String expected) {}

  /**
   * Publishes, having read all that was said of the document until now.
   *
   * @param id of a document that stands
   * @param changes what the differences are; those of earlier publications may be given again
   * @param reason given for them
   */
  public Outcome publish(String id, List<Change> changes, String reason, Request request) {
    if (!documents.catchUp()) {
      return new ViewBehind();
    }
    Document document = documents.document(id).orElseThrow();
    if (!document.reading().undecided().isEmpty()) {
      return new ReadingUndecided(document.reading().undecided());
    }
    List<Recommendation> standing = documents.published(document.id());
    List<Difference> differences = Difference.between(document, standing);
    Map<String, Change> decided = new HashMap<>();
    List<Misfit> misfits = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      misfit(i, change, standing, differences)
          .or(twice(i, change, decided.put(change.recommendation(), change)))
          .ifPresent(misfits::add);
    }
    if (!misfits.isEmpty()) {
      return new Unfit(misfits);
    }
    List<Difference> undecided =
        differences.stream()
            .filter(d -> d.kind() != Kind.NEW && !decided.containsKey(d.recommendation()))
            .toList();
    if (!undecided.isEmpty()) {
      return new Undecided(undecided);
    }
    List<PublicationStep> steps = steps(differences, standing, decided, reason);
    Set<String> overtaken = steps.isEmpty() ? Set.of() : documents.publish(steps, request);
    return answer(steps, overtaken, standing.size());
  }

  private static Outcome answer(List<PublicationStep> steps, Set<String> overtaken, int standing) {
    List<PublicationStep> counted =
        steps.stream().filter(step -> !overtaken.contains(step.after().id())).toList();
    Set<String> lost =
        steps.stream()
            .filter(step -> step.change().isPresent() && !counted.contains(step))
            .map(step -> step.after().id())
            .collect(Collectors.toSet());
    if (!lost.isEmpty()) {
      return new Overtaken(lost);
    }
    int published = (int) counted.stream().filter(step -> step.change().isEmpty()).count();
    int changed = counted.size() - published;
    return new Published(published, changed, standing + overtaken.size() - changed);
  }

  private static Supplier<Optional<Misfit>> twice(
      int place, Change change, @Nullable Change before) {
    return () ->
        before == null
            ? Optional.empty()
            : misfit(place, "recommendation", change.recommendation(), "one change of each");
  }

  private static Optional<Misfit> misfit(
      int place, Change change, List<Recommendation> standing, List<Difference> differences) {
    String id = change.recommendation();
    Optional<Recommendation> published =
        standing.stream().filter(each -> each.id().equals(id)).findFirst();
    if (published.isEmpty()) {
      return misfit(place, "recommendation", id, "a published recommendation of the document");
    }
    Optional<Difference> difference =
        differences.stream().filter(each -> each.recommendation().equals(id)).findFirst();
    boolean missing = difference.filter(d -> d.kind() == Kind.MISSING).isPresent();
    if (difference.isPresent() && missing != change.as().removes()) {
      return misfit(
          place,
          "as",
          change.as().word(),
          missing
              ? "withdrawal or merging, of what was not read"
              : "transcription, corrigendum or rewording, of what was read otherwise");
    }
    if (change.as() == Change.As.CORRIGENDUM && change.symbol().isEmpty()) {
      return misfit(place, "symbol", "missing", "the symbol of the corrigendum");
    }
    if (change.as() == Change.As.CORRIGENDUM && change.languages().isEmpty()) {
      return misfit(place, "languages", "missing", "the language versions that it corrects");
    }
    boolean intoFits =
        change
            .into()
            .filter(into -> !into.equals(id))
            .filter(into -> stands(into, standing, differences))
            .isPresent();
    return change.as() == Change.As.MERGING && !intoFits
        ? misfit(
            place,
            "into",
            change.into().orElse("missing"),
            "another recommendation of the document that stands")
        : Optional.empty();
  }

  /** Whether it will stand after the publication. */
  private static boolean stands(
      String id, List<Recommendation> standing, List<Difference> differences) {
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

  private static List<PublicationStep> steps(
      List<Difference> differences,
      List<Recommendation> standing,
      Map<String, Change> decided,
      String reason) {
    Set<Integer> taken = standing.stream().map(Recommendation::place).collect(Collectors.toSet());
    int last =
        Stream.concat(
                standing.stream(), differences.stream().flatMap(each -> each.after().stream()))
            .mapToInt(Recommendation::place)
            .max()
            .orElse(0);
    List<PublicationStep> steps = new ArrayList<>();
    for (Difference difference : differences) {
      if (difference.kind() == Kind.NEW) {
        Recommendation read = difference.after().orElseThrow();
        // An item that is found later stands at the end, so that no running number moves.
        Recommendation placed = taken.contains(read.place()) ? read.at(++last) : read;
        steps.add(new PublicationStep(placed, 1, Optional.empty(), reason));
      } else {
        steps.add(
            step(
                difference,
                Objects.requireNonNull(decided.get(difference.recommendation())),
                reason));
      }
    }
    return steps;
  }

  private static PublicationStep step(Difference difference, Change change, String reason) {
    Recommendation before = difference.before().orElseThrow();
    Recommendation after =
        switch (change.as()) {
          case TRANSCRIPTION, CORRIGENDUM -> before.saying(difference.after().orElseThrow(), 0);
          case REWORDING -> before.saying(difference.after().orElseThrow(), 1);
          case WITHDRAWAL, MERGING -> before;
        };
    return new PublicationStep(after, before.revision() + 1, Optional.of(change), reason);
  }
}
