package io.rapporteur.identity.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Cookies of the pages for people: not for scripts, for this host alone, with navigation from
 * elsewhere but with no other request from there.
 *
 * @param secure whether they go over https alone
 */
public record Cookies(boolean secure) {

  /** The value of a cookie. */
  public Optional<String> read(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst();
  }

  /** Sets a cookie that ends with the browser's session. */
  public void write(HttpServletResponse response, String name, String value) {
    add(response, ResponseCookie.from(name, value));
  }

  /** Sets a cookie for some time. */
  public void write(HttpServletResponse response, String name, String value, Duration age) {
    add(response, ResponseCookie.from(name, value).maxAge(age));
  }

  /** Takes a cookie back. */
  public void clear(HttpServletResponse response, String name) {
    add(response, ResponseCookie.from(name, "").maxAge(0));
  }

  private void add(HttpServletResponse response, ResponseCookie.ResponseCookieBuilder cookie) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        cookie.path("/").httpOnly(true).secure(secure).sameSite("Lax").build().toString());
  }
}
