package io.rapporteur.schemas.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;

/**
 * The key with which a request can be repeated safely; one is made where none was sent, and every
 * answer names it.
 */
public final class IdempotencyKey {

  /** Name of the header. */
  public static final String HEADER = "Idempotency-Key";

  private static final int LONGEST = 200;

  private IdempotencyKey() {}

  /**
   * The key of a request, named in the answer from now on, whatever the answer is.
   *
   * @throws RefusedException if the key is blank, too long or not visible ASCII
   */
  public static String of(HttpServletRequest request, HttpServletResponse response) {
    String sent = request.getHeader(HEADER);
    if (sent == null) {
      String made = UUID.randomUUID().toString();
      response.setHeader(HEADER, made);
      return made;
    }
    boolean visible = sent.chars().allMatch(c -> c > ' ' && c < 0x7F);
    if (sent.isEmpty() || sent.length() > LONGEST || !visible) {
      throw new RefusedException(
          List.of(Fault.of(HEADER, sent, "1 to " + LONGEST + " visible ASCII characters")));
    }
    response.setHeader(HEADER, sent);
    return sent;
  }
}
