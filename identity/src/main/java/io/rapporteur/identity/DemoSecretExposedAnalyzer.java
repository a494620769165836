package io.rapporteur.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets the operator read the sentence, and no stack trace. */
final class DemoSecretExposedAnalyzer extends AbstractFailureAnalyzer<DemoSecretExposedException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, DemoSecretExposedException cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
  }
}
