package io.rapporteur.ingest.documents.http;

import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.Documents;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import org.springframework.http.ResponseEntity;

/** Finds the document of a path, and shows it with its revision. */
final class FindingDocuments {

  private final Documents documents;

  FindingDocuments(Documents documents) {
    this.documents = documents;
  }

  /**
   * The document of an id; the log is read to its end before it is said that there is none.
   *
   * @throws RefusedException if there is none
   */
  Document find(String id) {
    var document = documents.document(id);
    if (document.isEmpty() && documents.catchUp()) {
      document = documents.document(id);
    }
    return document.orElseThrow(
        () -> new RefusedException(ProblemType.NOT_FOUND, "There is no document " + id + "."));
  }

  /** Shows a document, with the revision to name when it is changed. */
  ResponseEntity<DocumentView> show(Document document, ResponseEntity.BodyBuilder answer) {
    return answer
        .eTag("\"" + document.revision() + "\"")
        .body(DocumentView.of(document, documents.published(document.id())));
  }
}
