package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Correcting a reading by hand, before it is published or after. All corrections of one act are
 * applied or none; each act is kept with its author and reason. Thread-safe.
 */
public final class CorrectingReadings {

  private final Documents documents;

  /** Puts the use case together. */
  public CorrectingReadings(Documents documents) {
    this.documents = documents;
  }

  /** What comes of it. */
  public sealed interface Outcome {}

  /** The document as it stands now. */
  public record Corrected(Document document) implements Outcome {}

  /** Corrections that do not fit; nothing was changed. */
  public record Unfit(List<Misfit> misfits) implements Outcome {

    /** Copies the list. */
    public Unfit {
      misfits = List.copyOf(misfits);
    }
  }

  /** The view did not reach the end of the log, so that nothing can be said. */
  public record ViewBehind() implements Outcome {}

  /** The log decided otherwise; never {@link Decided#COUNTED}. */
  public record Refused(Decided decided) implements Outcome {}

  /**
   * A correction that does not fit.
   *
   * @param correction its place in the list given, from 0
   */
  public record Misfit(int correction, String field, String value, String expected) {}

  /**
   * Corrects.
   *
   * @param expected revision of the document that the caller has seen
   * @param corrections in the order in which they are applied
   */
  public Outcome correct(
      Document document,
      int expected,
      List<Correction> corrections,
      String reason,
      Request request) {
    Optional<Decided> earlier = documents.earlier(document.id(), request);
    Document standing = document;
    if (earlier.isEmpty() && standing.revision() != expected) {
      // Before it is said that another came first; that may be the first try of this request.
      if (!documents.catchUp()) {
        return new ViewBehind();
      }
      standing = documents.document(document.id(), document.language()).orElseThrow();
      earlier = documents.earlier(document.id(), request);
    }
    if (earlier.isPresent()) {
      return answer(document, earlier.get());
    }
    if (standing.revision() != expected) {
      return new Refused(Decided.OVERTAKEN);
    }
    Set<String> published = publishedOf(standing);
    List<Correction> stamped = corrections.stream().map(c -> stamped(c, published)).toList();
    List<Misfit> misfits = misfits(standing, stamped);
    if (!misfits.isEmpty()) {
      return new Unfit(misfits);
    }
    var made = new KeptCorrections(stamped, reason, request.client(), request.at());
    return answer(
        document, documents.correct(document.id(), document.language(), expected, made, request));
  }

  /** Ids that are kept; in a language that follows, labels alone tell what an item is. */
  private Set<String> publishedOf(Document document) {
    return document.leads()
        ? documents.published(document.id()).stream()
            .map(Recommendation::id)
            .collect(Collectors.toSet())
        : Set.of();
  }

  /** Once published an id is opaque: a corrected label changes the label alone. */
  private static Correction stamped(Correction correction, Set<String> published) {
    return correction instanceof Correction.Label(String item, String label, boolean given)
        ? new Correction.Label(item, label, published.contains(item))
        : correction;
  }

  private static List<Misfit> misfits(Document document, List<Correction> corrections) {
    var trial = new CorrectedReading(document.reading());
    List<Misfit> misfits = new ArrayList<>();
    for (int i = 0; i < corrections.size(); i++) {
      int place = i;
      trial
          .apply(corrections.get(i))
          .ifPresent(m -> misfits.add(new Misfit(place, m.field(), m.value(), m.expected())));
    }
    return misfits;
  }

  private Outcome answer(Document document, Decided decided) {
    return decided == Decided.COUNTED
        ? new Corrected(documents.document(document.id(), document.language()).orElseThrow())
        : new Refused(decided);
  }
}
