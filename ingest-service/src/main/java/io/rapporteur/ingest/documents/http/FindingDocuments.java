package io.rapporteur.ingest.documents.http;

import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.Documents;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Finds the document of a path, and shows it with its revision. */
final class FindingDocuments {

  private final Documents documents;

  FindingDocuments(Documents documents) {
    this.documents = documents;
  }

  /**
   * The document of an id in a language; the log is read to its end before it is said that there is
   * none.
   *
   * @param language null for the one that leads
   * @throws RefusedException if there is none
   */
  Document find(String id, @Nullable String language) {
    var document = look(id, language);
    if (document.isEmpty() && documents.catchUp()) {
      document = look(id, language);
    }
    return document.orElseThrow(
        () ->
            new RefusedException(
                ProblemType.NOT_FOUND,
                "There is no document %s%s."
                    .formatted(id, language == null ? "" : " in the language " + language)));
  }

  private Optional<Document> look(String id, @Nullable String language) {
    return language == null ? documents.document(id) : documents.document(id, language);
  }

  /** Shows a document, with the revision to name when it is changed. */
  ResponseEntity<DocumentView> show(Document document, ResponseEntity.BodyBuilder answer) {
    return answer
        .eTag("\"" + document.revision() + "\"")
        .body(
            DocumentView.of(
                document, documents.versions(document.id()), documents.published(document.id())));
  }
}
