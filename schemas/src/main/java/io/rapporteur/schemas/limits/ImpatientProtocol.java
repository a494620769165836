package io.rapporteur.schemas.limits;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as Tomcat speaks it, but a connection whose request has begun and whose headers have not
 * arrived whole in time is closed.
 */
public final class ImpatientProtocol extends Http11NioProtocol {

  private static final long LOOKS = 4;

  private long headersWithinNanos = Long.MAX_VALUE;
  private @Nullable ScheduledFuture<?> watch;

  /** Made by Tomcat, by name. */
  public ImpatientProtocol() {}

  void setHeadersWithin(Duration limit) {
    headersWithinNanos = limit.toNanos();
  }

  @Override
  public void start() throws Exception {
    super.start();
    long pause = Math.min(headersWithinNanos / LOOKS, TimeUnit.SECONDS.toNanos(1));
    watch =
        getUtilityExecutor()
            .scheduleWithFixedDelay(this::closeTheSlow, pause, pause, TimeUnit.NANOSECONDS);
  }

  @Override
  public void stop() throws Exception {
    if (watch != null) {
      watch.cancel(false);
    }
    super.stop();
  }

  private void closeTheSlow() {
    for (SocketWrapperBase<?> connection : getEndpoint().getConnections()) {
      // While a request is served, its processor is not with the connection.
      if (connection.getCurrentProcessor() instanceof Processor processor
          && !processor.isAsync()
          && !processor.isUpgrade()
          && isSlow(processor.getRequest())) {
        connection.close();
      }
    }
  }

  /** Begun, that is, at least one byte of it is there; one that is over has no beginning. */
  private boolean isSlow(@Nullable Request request) {
    long begun = request == null ? -1 : request.getStartTimeNanos();
    return begun >= 0 && System.nanoTime() - begun > headersWithinNanos;
  }
}
