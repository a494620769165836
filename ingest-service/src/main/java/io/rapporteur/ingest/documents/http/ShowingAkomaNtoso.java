package io.rapporteur.ingest.documents.http;

import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.akn.AkomaNtoso;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers a document as a file of Akoma Ntoso. */
final class ShowingAkomaNtoso {

  private ShowingAkomaNtoso() {}

  /** The file, under the revision that the document in JSON has too. */
  static ResponseEntity<byte[]> show(Document document, ResponseEntity.BodyBuilder answer) {
    return answer
        .eTag("\"" + document.revision() + "\"")
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(document).toString())
        .body(AkomaNtoso.of(document));
  }

  private static ContentDisposition attachment(Document document) {
    return ContentDisposition.attachment()
        .filename("%s.%s.akn.xml".formatted(document.id(), document.language()))
        .build();
  }
}
