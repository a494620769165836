package io.rapporteur.aggregation.compilation;

import io.rapporteur.aggregation.compilation.Comment.Saying;
import java.util.List;

/** What others read of a text parts of which are redacted, read when it is asked for. */
record RedactedSaying(Saying original) implements Saying {

  @Override
  public String kind() {
    return original.kind();
  }

  @Override
  public String position() {
    return original.position();
  }

  @Override
  public String language() {
    return original.language();
  }

  @Override
  public List<Redaction> redactions() {
    return Redaction.reasons(original.redactions());
  }

  @Override
  public Content read() {
    return original.read().redacted();
  }

  @Override
  public String mark() {
    return "redacted " + original.mark();
  }
}
