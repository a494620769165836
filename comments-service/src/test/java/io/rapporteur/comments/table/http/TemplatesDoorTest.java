package io.rapporteur.comments.table.http;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.rapporteur.comments.table.Agenda;
import io.rapporteur.comments.table.Agendas;
import io.rapporteur.comments.table.SeedLikeAgenda;
import io.rapporteur.schemas.http.HttpConfiguration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.json.JsonMapper;

class TemplatesDoorTest {

  private static final String TABLE =
      "/api/v1/templates/comments.xlsx?consultation=" + SeedLikeAgenda.CONSULTATION;

  @ParameterizedTest
  @CsvSource({
    "'', en",
    "'de', en",
    "'de, fr;q=0.5', fr",
    "'zh-Hans-CN', zh",
    "';;', en",
    "'*', en"
  })
  void givesTheLanguageThatTheCallerAcceptsElseEnglish(String accepted, String given)
      throws Exception {
    ask(get(TABLE).header(HttpHeaders.ACCEPT_LANGUAGE, accepted))
        .andExpect(status().isOk())
        .andExpect(header().string(HttpHeaders.CONTENT_LANGUAGE, given));
  }

  @Test
  void givesTheLanguageAskedForBeforeTheOneAccepted() throws Exception {
    ask(get(TABLE + "&language=ar").header(HttpHeaders.ACCEPT_LANGUAGE, "fr"))
        .andExpect(status().isOk())
        .andExpect(header().string(HttpHeaders.CONTENT_LANGUAGE, "ar"))
        .andExpect(
            header()
                .string(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"comments-stocktaking-ar.xlsx\""));
  }

  @Test
  void namesTheTemplatesThereAreWhereThereIsNoneOfTheName() throws Exception {
    ask(get("/api/v1/templates/iso.pdf"))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.detail").value(containsString("comments.xlsx")));
  }

  @ParameterizedTest
  @CsvSource({
    "comments.docx, wordprocessingml",
    "comments.csv, text/csv",
    "iso.xlsx, spreadsheetml",
    "iso.docx, wordprocessingml",
    "ippc.docx, wordprocessingml",
    "ippc.csv, text/csv"
  })
  void givesTheTablesOfOthersAndOtherFormats(String name, String type) throws Exception {
    ask(get(
            "/api/v1/templates/"
                + name
                + "?language=ar&consultation="
                + SeedLikeAgenda.CONSULTATION))
        .andExpect(status().isOk())
        .andExpect(header().string(HttpHeaders.CONTENT_TYPE, containsString(type)));
  }

  @Test
  void listsAllFaultsAtOnce() throws Exception {
    ask(get("/api/v1/templates/comments.xlsx?consultation=nowhere&language=de"))
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errors.length()").value(2));
    ask(get("/api/v1/templates/comments.xlsx"))
        .andExpect(status().is(422))
        .andExpect(
            jsonPath("$.errors[0].message")
                .value("consultation: missing (expected: id of a consultation)"));
  }

  private static ResultActions ask(MockHttpServletRequestBuilder request) throws Exception {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
      context.register(HttpConfiguration.class);
      context.refresh();
      Object[] advice =
          context.getBeansWithAnnotation(RestControllerAdvice.class).values().toArray();
      MockMvc door =
          MockMvcBuilders.standaloneSetup(new TemplatesResource(new OneAgenda()))
              .setControllerAdvice(advice)
              .build();
      return door.perform(request);
    }
  }

  private static final class OneAgenda implements Agendas {

    @Override
    public Optional<Agenda> agenda(String consultation) {
      return consultation.equals(SeedLikeAgenda.CONSULTATION)
          ? Optional.of(SeedLikeAgenda.agenda())
          : Optional.empty();
    }

    @Override
    public boolean catchUp() {
      return true;
    }
  }
}
