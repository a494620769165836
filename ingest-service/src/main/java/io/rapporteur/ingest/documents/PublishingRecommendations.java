package io.rapporteur.ingest.documents;

import static io.rapporteur.ingest.documents.Change.As.CORRIGENDUM;
import static io.rapporteur.ingest.documents.Change.As.LANGUAGE_VERSION;
import static io.rapporteur.ingest.documents.Change.As.MERGING;
import static io.rapporteur.ingest.documents.Change.As.REWORDING;
import static io.rapporteur.ingest.documents.Change.As.TRANSCRIPTION;
import static io.rapporteur.ingest.documents.Change.As.WITHDRAWAL;

import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.documents.Difference.Kind;
import io.rapporteur.ingest.documents.Recommendation.Status;
import io.rapporteur.ingest.reading.Reading;
import io.rapporteur.ingest.reading.Reading.Item;
import io.rapporteur.ingest.reading.Reading.ListProposal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Publishing what was read and corrected in one language. What is new is published; what differs
 * from what stands is published only as the change that the secretariat says it is, and nothing is
 * published while one difference is undecided. Doing it twice changes nothing. Thread-safe.
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
   * @param added how many are there in this language for the first time
   * @param changed how many changed
   * @param standing how many stood already and stay as they were
   */
  public record Published(int published, int added, int changed, int standing) implements Outcome {}

  /**
   * Items or whole lists of the reading wait for a human decision; nothing was published.
   *
   * @param lists that are proposed
   */
  public record ReadingUndecided(List<Item> items, List<ListProposal> lists) implements Outcome {

    /** Copies the lists. */
    public ReadingUndecided {
      items = List.copyOf(items);
      lists = List.copyOf(lists);
    }
  }

  /**
   * Nothing is published yet in the language that leads, to which the others attach.
   *
   * @param language that leads
   */
  public record LeadingFirst(String language) implements Outcome {}

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
   * @param language of the reading, one that stands
   * @param changes what the differences are; those of earlier publications may be given again
   * @param reason given for them
   */
  public Outcome publish(
      String id, String language, List<Change> changes, String reason, Request request) {
    if (!documents.catchUp()) {
      return new ViewBehind();
    }
    Document document = documents.document(id, language).orElseThrow();
    Reading reading = document.reading();
    if (!reading.undecided().isEmpty() || !reading.proposals().isEmpty()) {
      return new ReadingUndecided(reading.undecided(), reading.proposals());
    }
    List<Recommendation> standing = documents.published(document.id());
    if (!document.leads() && standing.isEmpty()) {
      return new LeadingFirst(documents.document(id).orElseThrow().language());
    }
    List<Difference> differences = Difference.between(document, standing);
    Map<String, Change> decided = new HashMap<>();
    List<Misfit> misfits = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      misfit(i, change, document, standing, differences)
          .or(twice(i, change, decided.put(change.recommendation(), change)))
          .ifPresent(misfits::add);
    }
    if (!misfits.isEmpty()) {
      return new Unfit(misfits);
    }
    List<Difference> undecided =
        differences.stream()
            .filter(d -> asksForAWord(d.kind()) && !decided.containsKey(d.recommendation()))
            .toList();
    if (!undecided.isEmpty()) {
      return new Undecided(undecided);
    }
    List<PublicationStep> steps = steps(language, differences, standing, decided, reason);
    Set<String> overtaken = steps.isEmpty() ? Set.of() : documents.publish(steps, request);
    return answer(steps, overtaken, standing.size());
  }

  private static boolean asksForAWord(Kind kind) {
    return switch (kind) {
      case NEW, NEW_LANGUAGE, OUTDATED -> false;
      case CHANGED, MISSING, EXTRA -> true;
    };
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
    int published = count(counted, step -> step.change().isEmpty());
    int added = count(counted, PublicationStep::addsALanguage);
    int changed = counted.size() - published - added;
    return new Published(published, added, changed, standing + overtaken.size() - added - changed);
  }

  private static int count(List<PublicationStep> steps, Predicate<PublicationStep> which) {
    return (int) steps.stream().filter(which).count();
  }

  private static Supplier<Optional<Misfit>> twice(
      int place, Change change, @Nullable Change before) {
    return () ->
        before == null
            ? Optional.empty()
            : misfit(place, "recommendation", change.recommendation(), "one change of each");
  }

  private static Optional<Misfit> misfit(
      int place,
      Change change,
      Document document,
      List<Recommendation> standing,
      List<Difference> differences) {
    String id = change.recommendation();
    Optional<Recommendation> published =
        standing.stream().filter(each -> each.id().equals(id)).findFirst();
    if (published.isEmpty()) {
      return misfit(place, "recommendation", id, "a published recommendation of the document");
    }
    Optional<Difference> difference =
        differences.stream().filter(each -> each.recommendation().equals(id)).findFirst();
    if (difference.isPresent()) {
      Set<Change.As> fitting = fitting(difference.get(), document);
      if (!fitting.contains(change.as())) {
        return misfit(place, "as", change.as().word(), words(fitting));
      }
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

  /** What a difference can be said to be. */
  private static Set<Change.As> fitting(Difference difference, Document document) {
    return switch (difference.kind()) {
      case CHANGED ->
          outdated(difference, document.language())
              ? EnumSet.of(TRANSCRIPTION, CORRIGENDUM, REWORDING, LANGUAGE_VERSION)
              : EnumSet.of(TRANSCRIPTION, CORRIGENDUM, REWORDING);
      case OUTDATED, NEW_LANGUAGE -> EnumSet.of(LANGUAGE_VERSION);
      case MISSING -> document.leads() ? EnumSet.of(WITHDRAWAL, MERGING) : Set.of();
      case NEW, EXTRA -> Set.of();
    };
  }

  private static boolean outdated(Difference difference, String language) {
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
      String language,
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
      Change said = decided.get(difference.recommendation());
      if (difference.kind() == Kind.NEW) {
        Recommendation read = difference.after().orElseThrow();
        // An item that is found later stands at the end, so that no running number moves.
        Recommendation placed = taken.contains(read.place()) ? read.at(++last) : read;
        steps.add(PublicationStep.first(placed));
      } else if (difference.kind() == Kind.NEW_LANGUAGE) {
        Recommendation before = difference.before().orElseThrow();
        Recommendation after = before.saying(difference.after().orElseThrow(), before.version());
        steps.add(PublicationStep.inAnotherLanguage(after, language, reason));
      } else if (said != null) {
        steps.add(step(difference, said, language, reason));
      }
    }
    return steps;
  }

  private static PublicationStep step(
      Difference difference, Change change, String language, String reason) {
    Recommendation before = difference.before().orElseThrow();
    int worded = before.wording(language).map(Wording::version).orElse(before.version());
    Recommendation after =
        switch (change.as()) {
          case TRANSCRIPTION, CORRIGENDUM ->
              before.saying(difference.after().orElseThrow(), worded);
          case REWORDING -> before.saying(difference.after().orElseThrow(), before.version() + 1);
          case LANGUAGE_VERSION ->
              before.saying(difference.after().orElseThrow(), before.version());
          case WITHDRAWAL, MERGING -> before;
        };
    return PublicationStep.of(change, after, language, reason);
  }
}
