package io.rapporteur.schemas.limits;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Ends the reading of a request that has not arrived whole in time, by whatever it is read: a body,
 * a form or its parts. The reader gets a {@link RequestTooSlowException}; nothing more is read, and
 * the connection is closed after the answer.
 */
final class ImpatientValve extends ValveBase {

  private final Duration limit;

  ImpatientValve(Duration limit) {
    super(true);
    this.limit = limit;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    org.apache.coyote.Request coyote = request.getCoyoteRequest();
    InputBuffer patient = coyote.getInputBuffer();
    coyote.setInputBuffer(new Impatient(patient, coyote, System.nanoTime() + limit.toNanos()));
    try {
      getNext().invoke(request, response);
    } finally {
      if (!request.isAsync()) {
        // Tomcat uses the request again for the next one of the connection.
        coyote.setInputBuffer(patient);
      }
    }
  }

  private record Impatient(InputBuffer patient, org.apache.coyote.Request request, long deadline)
      implements InputBuffer {

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
      int read = patient.doRead(handler);
      if (System.nanoTime() - deadline > 0 && read >= 0) {
        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        throw new RequestTooSlowException();
      }
      return read;
    }

    @Override
    public int available() {
      return patient.available();
    }
  }
}
