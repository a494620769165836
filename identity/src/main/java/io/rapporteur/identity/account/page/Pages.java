package io.rapporteur.identity.account.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.rapporteur.identity.session.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Writes pages from the templates in {@code pages}: what is put into them is escaped, and what they
 * need is in them or served from here. Thread-safe.
 */
public final class Pages {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final Cookies cookies;
  private final Mustache.Compiler compiler =
      Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).withLoader(Pages::source);
  private final Map<String, Template> templates = new ConcurrentHashMap<>();

  /** Reads the language out of these cookies. */
  public Pages(Cookies cookies) {
    this.cookies = cookies;
  }

  private static Reader source(String name) {
    String file = "/pages/" + name + ".mustache";
    return new InputStreamReader(
        Objects.requireNonNull(Pages.class.getResourceAsStream(file), file),
        StandardCharsets.UTF_8);
  }

  /**
   * A page to be filled.
   *
   * @param template name of its template, and of its title among the words
   */
  Page page(String template, HttpServletRequest request, HttpServletResponse response) {
    return new Page(template, request, PageLanguage.of(request, response, cookies));
  }

  /** A page on its way. */
  final class Page {

    private final String template;
    private final PageLanguage language;
    private final Map<String, Object> model = new HashMap<>();
    private HttpStatus status = HttpStatus.OK;

    private Page(String template, HttpServletRequest request, PageLanguage language) {
      this.template = template;
      this.language = language;
      model.put("w", Words.of(language));
      model.put("title", Words.say(language, template));
      model.put("lang", language.tag());
      model.put("dir", language.direction());
      model.put("problems", List.of());
      model.put("languages", languages(request));
      CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
      model.put("csrf", token == null ? "" : token.getToken());
    }

    PageLanguage language() {
      return language;
    }

    Page put(String name, Object value) {
      model.put(name, value);
      return this;
    }

    /**
     * Something is wrong.
     *
     * @param field that it is about; empty if it is about none
     * @param name of the sentence among the words
     */
    Page problem(String field, String name, Object... values) {
      List<Object> problems =
          new ArrayList<>((List<?>) Objects.requireNonNull(model.get("problems")));
      String sentence = Words.say(language, name, values);
      problems.add(Map.of("field", field, "sentence", sentence));
      model.put("problems", problems);
      model.put("has_problems", true);
      if (!field.isEmpty()) {
        model.put("problem_" + field, Map.of("sentence", sentence));
      }
      if (status == HttpStatus.OK) {
        status = HttpStatus.UNPROCESSABLE_CONTENT;
      }
      return this;
    }

    Page status(HttpStatus other) {
      status = other;
      return this;
    }

    Page with(Consumer<Page> more) {
      more.accept(this);
      return this;
    }

    ResponseEntity<String> answer() {
      String html =
          templates
              .computeIfAbsent(template, name -> compiler.compile(source(name)))
              .execute(model);
      return ResponseEntity.status(status).contentType(HTML).body(html);
    }

    private List<Map<String, Object>> languages(HttpServletRequest request) {
      List<Map<String, Object>> languages = new ArrayList<>();
      for (PageLanguage each : PageLanguage.values()) {
        languages.add(
            Map.of(
                "tag",
                each.tag(),
                "name",
                each.ownName(),
                "dir",
                each.direction(),
                "current",
                each == language,
                "link",
                link(request, each)));
      }
      return languages;
    }

    /** The same page in another language; what a link had brought stays with it. */
    private String link(HttpServletRequest request, PageLanguage other) {
      var link = new StringBuilder(request.getRequestURI()).append("?lang=").append(other.tag());
      for (String kept :
          List.of(Next.PARAMETER, "code", "client_id", "post_logout_redirect_uri", "state")) {
        String value = request.getParameter(kept);
        if (value != null && !(kept.equals("code") && request.getMethod().equals("POST"))) {
          link.append('&').append(kept).append('=').append(encoded(value));
        }
      }
      return link.toString();
    }
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
