package io.rapporteur.schemas.limits;

import java.time.Duration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Gives Tomcat a total time for each request. Its own timeouts run from one byte to the next: a
 * client that sends one byte a second would never meet them.
 */
final class RequestTimes implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final Duration headersWithin;
  private final Duration requestWithin;

  RequestTimes(Duration headersWithin, Duration requestWithin) {
    this.headersWithin = headersWithin;
    this.requestWithin = requestWithin;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setProtocol(ImpatientProtocol.class.getName());
    factory.addConnectorCustomizers(
        connector -> {
          if (connector.getProtocolHandler() instanceof ImpatientProtocol protocol) {
            protocol.setHeadersWithin(headersWithin);
          }
        });
    factory.addEngineValves(new ImpatientValve(requestWithin));
  }
}
