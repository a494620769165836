package io.rapporteur.aggregation.compilation;

import io.rapporteur.aggregation.compilation.Comment.Saying;
import java.util.List;

/** What a comment says without what the secretariat added to it, read when it is asked for. */
record AsHandedIn(Saying saying) implements Saying {

  @Override
  public String kind() {
    return saying.kind();
  }

  @Override
  public String position() {
    return saying.position();
  }

  @Override
  public String language() {
    return saying.language();
  }

  @Override
  public List<Redaction> redactions() {
    return saying.redactions();
  }

  @Override
  public Content read() {
    return saying.read().withoutAdded();
  }

  @Override
  public String mark() {
    return "as handed in " + saying.mark();
  }
}
