package io.rapporteur.ingest.documents.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rapporteur.fuzz.SoundReading;
import io.rapporteur.fuzz.TimeLimit;
import io.rapporteur.ingest.documents.Correction;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.KeptCorrections;
import io.rapporteur.ingest.documents.SourceFile;
import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.ingest.reading.ReadingResult;
import io.rapporteur.ingest.reading.ReportReader;
import io.rapporteur.ingest.source.PlainText;
import io.rapporteur.ingest.source.Source;
import io.rapporteur.ingest.source.SourceResult;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies that come with a document: manifests, corrections of its reading, words on its changes.
 */
class BodiesFuzzTest {

  private static final Source SOURCE = source();
  private static final Document DOCUMENT = document();

  @FuzzTest
  void readsBodiesOrNamesTheirFaults(byte[] json) {
    TimeLimit.hold(() -> tryOut(json));
  }

  private static void tryOut(byte[] json) {
    ObjectNode body;
    try {
      body = RequestBody.object(json);
    } catch (RefusedException e) {
      assertThat(e).hasMessageContaining("expected");
      return;
    }
    ManifestBody manifest = ManifestBody.read(body);
    if (manifest.faults().isEmpty()) {
      SoundReading.of(SOURCE, manifest.manifest());
    }
    CorrectionsBody corrections = CorrectionsBody.read(body);
    if (corrections.faults().isEmpty()) {
      corrected(corrections);
    }
    ChangesBody.read(body);
  }

  private static void corrected(CorrectionsBody body) {
    Document document = DOCUMENT;
    for (Correction each : body.corrections()) {
      try {
        document =
            document.corrected(
                new KeptCorrections(List.of(each), body.reason(), "fuzz", Instant.EPOCH));
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageContaining("expected");
      }
    }
    SoundReading.check(document.reading(), SOURCE.size());
  }

  private static Source source() {
    byte[] text =
        """
        1. The meeting opened.
        2. It suggests the following:
        (a) One word¹ and another;
        (b) Two words;
        (1) See the list of words.
        (c) Three words.
        3. It closed.
        """
            .getBytes(StandardCharsets.UTF_8);
    return ((SourceResult.Opened) PlainText.open(text)).source();
  }

  private static Document document() {
    var manifest =
        new Manifest(
            "d",
            "D/1",
            Map.of(),
            "en",
            false,
            List.of(new ListOfRecommendations("2", "", Map.of())));
    var read = (ReadingResult.Read) ReportReader.read(SOURCE, manifest);
    return Document.read(
        manifest,
        new SourceFile("d.txt", "0".repeat(64), "text", "UTF-8", Instant.EPOCH),
        read.reading(),
        1);
  }
}
