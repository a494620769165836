package io.rapporteur.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that runs no script: pages, forms and cookies. */
final class Visitor implements AutoCloseable {

  private final String address;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private HttpResponse<String> page;

  Visitor(String address) {
    this.address = address;
    this.page = get("/people/sign-in");
  }

  /** Opens a page. */
  HttpResponse<String> get(String path) {
    page = send(HttpRequest.newBuilder(uri(path)).GET());
    return page;
  }

  /** Sends a form of the page that is open. */
  HttpResponse<String> post(String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.putIfAbsent("_csrf", hidden("_csrf"));
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(all))));
    if (!answer.body().isEmpty()) {
      page = answer;
    }
    return answer;
  }

  /** Sends a form, and opens the page to which it leads. */
  HttpResponse<String> submit(String path, Map<String, String> fields) {
    HttpResponse<String> answer = post(path, fields);
    return answer.statusCode() == 303 ? get(location(answer)) : answer;
  }

  /** The options for a key in the page that is open. */
  String options() {
    Matcher options = Pattern.compile("data-options=\"([^\"]*)\"").matcher(page.body());
    if (!options.find()) {
      throw new AssertionError("no options in: " + page.body());
    }
    return unescaped(options.group(1));
  }

  String hidden(String name) {
    Matcher field =
        Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
    return field.find() ? unescaped(field.group(1)) : "";
  }

  /** What a cookie holds, to be given back later. */
  String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(java.net.HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** Sends with a cookie as it once was, whatever the browser holds now. */
  HttpResponse<String> getWith(String path, String name, String value) {
    try (HttpClient bare = HttpClient.newHttpClient()) {
      return bare.send(
          HttpRequest.newBuilder(uri(path)).header("Cookie", name + "=" + value).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private URI uri(String path) {
    return URI.create(path.startsWith("http") ? path : address + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String unescaped(String html) {
    return html.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x60;", "`")
        .replace("&#x3D;", "=")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  @Override
  public void close() {
    http.close();
  }
}
