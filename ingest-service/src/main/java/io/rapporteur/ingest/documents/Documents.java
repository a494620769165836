package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.Request;
import java.util.List;
import java.util.Optional;

/** Documents and what was published of them, as the log tells. Implementations are thread-safe. */
public interface Documents {

  /** The document of an id. */
  Optional<Document> document(String id);

  /** The recommendations of a document that stand published, in the order of the text. */
  List<Recommendation> published(String document);

  /** Records a document that was read; whoever is first in the log counts. */
  void add(Document document, Request request);

  /** Publishes recommendations side by side; each that stands already stays as it is. */
  void publish(List<Recommendation> recommendations, Request request);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();
}
