package io.rapporteur.schemas.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The revision that a caller has seen and wants to change (RFC 9110, section 13.1.1). */
public final class IfMatch {

  private static final Pattern REVISION = Pattern.compile("\"([1-9][0-9]{0,8})\"");

  private IfMatch() {}

  /**
   * The revision in {@code If-Match}.
   *
   * @throws RefusedException if it is missing, {@code *}, a list, or no revision
   */
  public static int revision(HttpServletRequest request) {
    String header = request.getHeader("If-Match");
    if (header == null || header.equals("*")) {
      throw new RefusedException(
          ProblemType.REVISION_REQUIRED,
          "If-Match: "
              + (header == null ? "missing" : "*")
              + " (expected: the ETag of the revision you have seen)");
    }
    Matcher revision = REVISION.matcher(header.strip());
    if (!revision.matches()) {
      throw new RefusedException(
          ProblemType.REVISION_CONFLICT,
          "If-Match: no revision (expected: its ETag, such as \"1\")");
    }
    return Integer.parseInt(revision.group(1));
  }
}
