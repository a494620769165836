package io.rapporteur.ingest.documents.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.xpath;

import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.Documents;
import io.rapporteur.ingest.documents.KeptCorrections;
import io.rapporteur.ingest.documents.LoadingReports;
import io.rapporteur.ingest.documents.PublicationStep;
import io.rapporteur.ingest.documents.Recommendation;
import io.rapporteur.ingest.documents.SourceFile;
import io.rapporteur.ingest.http.Requests;
import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Reading;
import io.rapporteur.ingest.reading.Section;
import io.rapporteur.ingest.source.Limits;
import io.rapporteur.ingest.source.Sources;
import io.rapporteur.schemas.http.HttpConfiguration;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.json.JsonMapper;

/** In which form a document is answered. */
class DocumentsDoorTest {

  private static final String PATH = "/api/v1/documents/d";
  private static final String AKN = "application/akn+xml";

  @Test
  void answersJsonWhereNothingElseIsAsked() throws Exception {
    ask(get(PATH))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", startsWith("application/json")))
        .andExpect(header().string("ETag", "\"7\""))
        .andExpect(header().string("Vary", "Accept"))
        .andExpect(jsonPath("$.id").value("d"));
  }

  @Test
  void answersAFileOfAkomaNtosoUnderTheSameRevision() throws Exception {
    ask(get(PATH).queryParam("format", "akn"))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", startsWith(AKN)))
        .andExpect(header().string("ETag", "\"7\""))
        .andExpect(header().string("Content-Disposition", "attachment; filename=\"d.fr.akn.xml\""))
        .andExpect(content().string(startsWith("<?xml")))
        .andExpect(xpath("//*[local-name()='content']").string("Réparer."))
        .andExpect(xpath("//*[local-name()='FRBRWork']/*/@date").string("2026-01-07"));
  }

  @Test
  void hasNothingNewForOneWhoHasTheRevision() throws Exception {
    ask(get(PATH).accept(AKN).header("If-None-Match", "\"7\"")).andExpect(status().isNotModified());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/akn+xml | akn",
        "application/json | json",
        "*/* | json",
        "application/* | json",
        "application/*+xml | akn",
        "application/akn+xml, application/json;q=0.9 | akn",
        "application/json, application/akn+xml | json",
        "application/akn+xml, */*;q=0.1 | akn",
        "application/json;q=0, */* | akn",
        "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8 | json"
      })
  void takesTheFormThatAcceptPrefers(String accept, String form) throws Exception {
    ask(get(PATH).header("Accept", accept))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", containsString(form)));
  }

  @ParameterizedTest
  @CsvSource({
    "json, application/akn+xml, json",
    "akn, application/json, akn",
    "akn, text/css, akn"
  })
  void theParameterGoesBeforeAccept(String format, String accept, String form) throws Exception {
    ask(get(PATH).queryParam("format", format).header("Accept", accept))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", containsString(form)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"docx", "", "AKN"})
  void anotherFormatIsAFault(String format) throws Exception {
    ask(get(PATH).queryParam("format", format).accept(AKN))
        .andExpect(status().isUnprocessableContent())
        .andExpect(header().string("Content-Type", "application/problem+json"))
        .andExpect(jsonPath("$.type").value("urn:rapporteur:problem:invalid-request"))
        .andExpect(
            jsonPath("$.errors[0].message")
                .value("format: " + format + " (expected: json or akn)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/html", "application/xml", "application/json;q=0", "application", "a b/c"})
  void whatFitsNeitherFormIsNotAcceptable(String accept) throws Exception {
    ask(get(PATH).header("Accept", accept))
        .andExpect(status().isNotAcceptable())
        .andExpect(header().string("Content-Type", "application/problem+json"))
        .andExpect(jsonPath("$.type").value("urn:rapporteur:problem:not-acceptable"))
        .andExpect(
            jsonPath("$.detail")
                .value(
                    "Accept: %s (expected: application/json or application/akn+xml)"
                        .formatted(accept)));
  }

  @Test
  void aMissingDocumentIsAProblemInEitherForm() throws Exception {
    ask(get("/api/v1/documents/nowhere").accept(AKN))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.type").value("urn:rapporteur:problem:not-found"));
  }

  private static ResultActions ask(MockHttpServletRequestBuilder request) throws Exception {
    Documents shelf = new Shelf();
    var loading =
        new LoadingReports(
            shelf, new Sources(Limits.standard()), () -> printed -> Optional.empty());
    var resource =
        new DocumentsResource(
            loading, shelf, new Requests(Clock.systemUTC()), DataSize.ofMegabytes(1));
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
      context.register(HttpConfiguration.class);
      context.refresh();
      Object[] advice =
          context.getBeansWithAnnotation(RestControllerAdvice.class).values().toArray();
      return MockMvcBuilders.standaloneSetup(resource)
          .setControllerAdvice(advice)
          .build()
          .perform(request);
    }
  }

  /** Holds one document. */
  private static final class Shelf implements Documents {

    @Override
    public List<Document> versions(String id) {
      var item =
          new Item("d.1.a", "1", 1, 1, "a", "a", "d.1", "Réparer.", List.of(), 1, 1, List.of());
      return id.equals("d")
          ? List.of(
              Document.read(
                  new Manifest("d", "D/1", Map.of(), "fr", false, List.of()),
                  new SourceFile(
                      "d.txt",
                      "0".repeat(64),
                      "text",
                      "UTF-8",
                      Instant.parse("2026-01-07T00:00:00Z")),
                  new Reading(List.of(new Section("d.1", "1", Map.of(), "", "")), List.of(item)),
                  7))
          : List.of();
    }

    @Override
    public List<Recommendation> published(String document) {
      return List.of();
    }

    @Override
    public boolean catchUp() {
      return true;
    }

    @Override
    public List<Document> all() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Decided keep(Document document, Request request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Decided correct(
        String id, String language, int revision, KeptCorrections corrections, Request request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Decided> earlier(String id, Request request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> publish(List<PublicationStep> steps, Request request) {
      throw new UnsupportedOperationException();
    }
  }
}
