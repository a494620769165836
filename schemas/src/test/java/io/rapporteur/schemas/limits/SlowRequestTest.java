package io.rapporteur.schemas.limits;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** A client that sends a byte now and then, over a plain socket, with times of half a second. */
@Timeout(60)
class SlowRequestTest {

  private static final Duration LIMIT = Duration.ofMillis(500);
  private static final int PAUSE = 100;

  private static final List<Throwable> FAILURES = new CopyOnWriteArrayList<>();
  private static WebServer server;

  @BeforeAll
  static void start() {
    var factory = new TomcatServletWebServerFactory(0);
    new RequestTimes(LIMIT, LIMIT).customize(factory);
    server =
        factory.getWebServer(
            context -> {
              var echo = context.addServlet("echo", new Echo());
              echo.addMapping("/*");
            });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void isCutOffInItsHeaders() throws Exception {
    int sent = drip("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ", 200);

    assertThat(sent).isLessThan(200);
  }

  @Test
  void isCutOffInItsBody() throws Exception {
    int sent = drip("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n", 200);

    assertThat(sent).isLessThan(200);
    assertThat(FAILURES).anyMatch(RequestTooSlowException::isCauseOf);
  }

  @Test
  void isCutOffInAForm() throws Exception {
    int sent =
        drip(
            "POST /form HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\n",
            200);

    assertThat(sent).isLessThan(200);
  }

  @Test
  void isAnsweredWhereItIsWholeInTimeAndTheConnectionServesTheNext() throws Exception {
    try (var socket = connect()) {
      for (int i = 0; i < 3; i++) {
        write(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
        assertThat(firstLine(socket)).startsWith("HTTP/1.1 200");
        // Longer than the limit: between two requests a connection may rest.
        Awaitility.await().pollDelay(LIMIT.multipliedBy(2)).until(() -> true);
      }
    }
  }

  /** Sends a byte at a time until the other side ends it; answers how many went out. */
  private static int drip(String head, int bytes) throws Exception {
    try (var socket = connect()) {
      write(socket, head);
      int sent = 0;
      while (sent < bytes && !ended(socket)) {
        try {
          write(socket, "a");
        } catch (SocketException e) {
          return sent;
        }
        sent++;
      }
      return sent;
    }
  }

  /** Waits a moment for the end of what the server sends. */
  private static boolean ended(Socket socket) throws IOException {
    socket.setSoTimeout(PAUSE);
    try {
      int read;
      do {
        read = socket.getInputStream().read();
      } while (read >= 0);
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    }
  }

  private static String firstLine(Socket socket) throws IOException {
    socket.setSoTimeout(10_000);
    var line = new StringBuilder();
    int read;
    while ((read = socket.getInputStream().read()) >= 0) {
      line.append((char) read);
      if (line.toString().endsWith("\r\n\r\n")) {
        // The answer has three bytes of a body.
        assertThat(socket.getInputStream().readNBytes(3)).hasSize(3);
        return line.toString();
      }
    }
    return line.toString();
  }

  private static Socket connect() throws IOException {
    return new Socket("127.0.0.1", server.getPort());
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static final class Echo extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if (request.getRequestURI().equals("/form")) {
        response.getWriter().print(String.valueOf(request.getParameter("a")));
        return;
      }
      try {
        byte[] bytes = request.getInputStream().readAllBytes();
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
      } catch (IOException e) {
        FAILURES.add(e);
        throw e;
      }
    }
  }
}
