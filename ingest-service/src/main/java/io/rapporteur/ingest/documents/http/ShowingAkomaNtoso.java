package io.rapporteur.ingest.documents.http;

import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.ReadingTimes;
import io.rapporteur.ingest.documents.ReadingTimes.Times;
import io.rapporteur.ingest.documents.akn.AkomaNtoso;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers a document as a file of Akoma Ntoso. */
final class ShowingAkomaNtoso {

  private final ReadingTimes times;

  ShowingAkomaNtoso(ReadingTimes times) {
    this.times = times;
  }

  /** The file, under the revision that the document in JSON has too. */
  ResponseEntity<byte[]> show(Document document, ResponseEntity.BodyBuilder answer) {
    Times read = times.of(document.id(), document.revision()).orElseThrow();
    return answer
        .eTag("\"" + document.revision() + "\"")
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(document).toString())
        .body(AkomaNtoso.of(document, read));
  }

  private static ContentDisposition attachment(Document document) {
    return ContentDisposition.attachment()
        .filename("%s.%s.akn.xml".formatted(document.id(), document.manifest().language()))
        .build();
  }
}
