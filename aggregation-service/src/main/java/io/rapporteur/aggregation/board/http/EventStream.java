package io.rapporteur.aggregation.board.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events (HTML Living Standard, section 9.2), each written through at once. */
final class EventStream {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final OutputStream out;
  private final HttpServletResponse response;

  EventStream(HttpServletResponse response) throws IOException {
    this.response = response;
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    this.out = response.getOutputStream();
  }

  /**
   * Sends an event.
   *
   * @param id with which a reader comes back; empty if it begins anew then
   * @param data written as JSON, which has no line breaks
   */
  void send(String event, Optional<String> id, Object data) throws IOException {
    String named = id.map(name -> "id: " + name + "\n").orElse("");
    write("event: " + event + "\n" + named + "data: " + MAPPER.writeValueAsString(data) + "\n\n");
  }

  /** A comment, so that nobody between takes the stream for dead. */
  void keepAlive() throws IOException {
    write(": nothing new\n\n");
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    response.flushBuffer();
  }
}
