package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Documents and what was published of them, as the log tells. Implementations are thread-safe. */
public interface Documents {

  /** The language versions of a report in the order in which they came; the first leads. */
  List<Document> versions(String id);

  /** The language version of a report that leads. */
  default Optional<Document> document(String id) {
    return versions(id).stream().findFirst();
  }

  /** The version of a report in a language. */
  default Optional<Document> document(String id, String language) {
    return versions(id).stream().filter(each -> each.language().equals(language)).findFirst();
  }

  /** The versions that lead, by id. */
  List<Document> all();

  /**
   * The recommendations of a document that were ever published, whatever their status, in the order
   * of the text.
   */
  List<Recommendation> published(String document);

  /** How many places its recommendations have taken. */
  default int places(String document) {
    return published(document).stream().mapToInt(Recommendation::place).max().orElse(0);
  }

  /**
   * Hands a reading to the log as the revision that it says, and answers from the fold.
   *
   * @param document first or anew, or in one more language
   * @return what was decided on this request, at this try or at an earlier one
   */
  Decided keep(Document document, Request request);

  /**
   * Hands corrections to the log as the revision after the one given, and answers from the fold.
   *
   * @param language of the reading that is corrected
   * @param revision that the caller has seen
   * @return what was decided on this request, at this try or at an earlier one
   */
  Decided correct(
      String id, String language, int revision, KeptCorrections corrections, Request request);

  /** The outcome of an earlier request with the same key; empty if there was none. */
  Optional<Decided> earlier(String id, Request request);

  /**
   * Publishes side by side, and answers from the fold.
   *
   * @return ids of the recommendations whose revision another request has made; their steps changed
   *     nothing
   */
  Set<String> publish(List<PublicationStep> steps, Request request);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();
}
