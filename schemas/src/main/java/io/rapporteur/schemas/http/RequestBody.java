package io.rapporteur.schemas.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A JSON body, read whole before anything is decided, and never more of it than allowed. */
public final class RequestBody {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RequestBody() {}

  /**
   * Reads a JSON object.
   *
   * @param limit largest body, in bytes
   * @throws RefusedException if it is larger, not UTF-8, truncated, has a key twice, or is no
   *     object
   * @throws IOException if the connection breaks
   */
  public static ObjectNode object(HttpServletRequest request, int limit) throws IOException {
    String type = request.getContentType();
    if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
      throw new RefusedException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "Content-Type: " + type + " (expected: application/json)");
    }
    return object(bytes(request, limit));
  }

  /**
   * Reads a JSON object from bytes that are there already.
   *
   * @throws RefusedException if they are not UTF-8, truncated, have a key twice, or are no object
   */
  public static ObjectNode object(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      JsonNode node = MAPPER.readTree(text);
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw new RefusedException(
          ProblemType.MALFORMED_REQUEST, "body: not an object (expected: a JSON object)");
    } catch (CharacterCodingException e) {
      throw new RefusedException(
          ProblemType.MALFORMED_REQUEST, "body: not UTF-8 (expected: JSON in UTF-8)");
    } catch (JacksonException e) {
      var place = e.getLocation();
      throw new RefusedException(
          ProblemType.MALFORMED_REQUEST,
          "body: not JSON at line %d, column %d (expected: one JSON object, no key twice)"
              .formatted(
                  place == null ? 0 : place.getLineNr(), place == null ? 0 : place.getColumnNr()));
    }
  }

  /**
   * Reads a body.
   *
   * @throws RefusedException if it is larger than the limit; no more than that is read
   */
  public static byte[] bytes(HttpServletRequest request, int limit) throws IOException {
    try (InputStream in = request.getInputStream()) {
      byte[] bytes =
          request.getContentLengthLong() > limit ? new byte[limit + 1] : in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new RefusedException(
            ProblemType.TOO_LARGE, "body: over %d bytes (expected: at most that)".formatted(limit));
      }
      return bytes;
    }
  }
}
