package io.rapporteur.schemas.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Who acts where no token says so: a person that signs in, for the trail of acts. */
public final class Acting {

  private static final String CALLER = Acting.class.getName();

  private Acting() {}

  /** Says who acts in the request that is being answered. */
  public static void as(Caller caller) {
    RequestContextHolder.currentRequestAttributes()
        .setAttribute(CALLER, caller, RequestAttributes.SCOPE_REQUEST);
  }

  static Optional<Caller> in(HttpServletRequest request) {
    return Optional.ofNullable(request.getAttribute(CALLER))
        .filter(Caller.class::isInstance)
        .map(Caller.class::cast);
  }
}
