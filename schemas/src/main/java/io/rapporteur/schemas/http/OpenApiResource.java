package io.rapporteur.schemas.http;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Serves the OpenAPI document of a service as it is written, at {@code /api/v1/openapi/<service>}.
 */
public final class OpenApiResource {

  private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

  private OpenApiResource() {}

  /** The route of a service whose document is {@code openapi/<service>.yaml} on the class path. */
  public static RouterFunction<ServerResponse> of(String service) {
    Resource document = new ClassPathResource("openapi/" + service + ".yaml");
    return RouterFunctions.route()
        .GET(
            "/api/v1/openapi/" + service,
            request -> ServerResponse.ok().contentType(YAML).body(document))
        .build();
  }
}
