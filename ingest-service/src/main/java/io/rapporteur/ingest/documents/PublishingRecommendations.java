package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.documents.Difference.Kind;
import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.ListProposal;
import io.rapporteur.ingest.reading.Reading;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
    List<Misfit> misfits = new ChangePolicy(document, standing, differences).misfits(changes);
    if (!misfits.isEmpty()) {
      return new Unfit(misfits);
    }
    Map<String, Change> decided =
        changes.stream().collect(Collectors.toMap(Change::recommendation, Function.identity()));
    List<Difference> undecided =
        differences.stream()
            .filter(d -> asksForAWord(d.kind()) && !decided.containsKey(d.recommendation()))
            .toList();
    if (!undecided.isEmpty()) {
      return new Undecided(undecided);
    }
    List<PublicationStep> steps =
        new PublicationPlan(language, standing, decided, reason).steps(differences);
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
}
