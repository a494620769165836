package io.rapporteur.ingest;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether any means of circulation is switched on. */
final class CirculationOn implements Condition {

  private static final String PREFIX = "rapporteur.ingest.circulation";

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return Binder.get(context.getEnvironment())
        .bind(PREFIX, CirculationProperties.class)
        .map(CirculationProperties::on)
        .orElse(false);
  }
}
