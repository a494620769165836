package io.rapporteur.schemas.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What a door says of an act beside its method and path, so that it stands in the trail: a look at
 * what is sealed, or in a word what a change was. Never a text of what was seen.
 */
public final class Note {

  private static final String WORD = Note.class.getName() + ".word";
  private static final String THING = Note.class.getName() + ".thing";

  private Note() {}

  /**
   * Notes the act of the request that is being answered; outside of one there is no act.
   *
   * @param word what was done, in one word, for instance {@code look}
   * @param thing id of what it was done to
   */
  public static void of(String word, String thing) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(WORD, word, RequestAttributes.SCOPE_REQUEST);
      request.setAttribute(THING, thing, RequestAttributes.SCOPE_REQUEST);
    }
  }

  /** The word that was noted. */
  public static Optional<String> word(HttpServletRequest request) {
    return Optional.ofNullable(request.getAttribute(WORD)).map(Object::toString);
  }

  /** What it was noted of. */
  public static Optional<String> thing(HttpServletRequest request) {
    return Optional.ofNullable(request.getAttribute(THING)).map(Object::toString);
  }
}
