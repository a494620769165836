package io.rapporteur.aggregation.redaction;

import java.util.Optional;

/**
 * Redacting parts of a comment, and lifting a redaction. Redactions add up: one that names no
 * revision of the line is recorded after whatever came first; one that names another than the
 * current is refused. Of two for the same place the log picks one, and the other is judged again.
 * Thread-safe.
 */
public final class Redacting {

  private static final int TRIES = 8;

  private final RedactionLines lines;

  /** Works on these. */
  public Redacting(RedactionLines lines) {
    this.lines = lines;
  }

  /** Does what a request asks; before a refusal is believed, the log is read to its end. */
  public RedactionOutcome act(RedactionRequest request) {
    boolean sure = false;
    for (int tried = 0; tried < TRIES; tried++) {
      RedactionLine line = lines.line(request.consultation(), request.comment());
      Optional<RedactionOutcome> outcome = earlier(request, line);
      if (outcome.isPresent()) {
        return outcome.get();
      }
      Optional<RedactionOutcome> refusal = refusal(request, line);
      if (refusal.isPresent()) {
        if (sure) {
          return refusal.get();
        }
        sure = true;
      } else {
        lines.append(request.step(line.revision() + 1));
        sure = false;
      }
      if (!lines.catchUp()) {
        return new RedactionOutcome.ViewBehind();
      }
    }
    return earlier(request, lines.line(request.consultation(), request.comment()))
        .orElseGet(RedactionOutcome.Overtaken::new);
  }

  private static Optional<RedactionOutcome> earlier(RedactionRequest request, RedactionLine line) {
    return line.madeBy(request.requestId())
        .map(
            made ->
                made.requestDigest().equals(request.requestDigest())
                    ? new RedactionOutcome.Counted(line, made.revision())
                    : new RedactionOutcome.KeyReused());
  }

  private static Optional<RedactionOutcome> refusal(RedactionRequest request, RedactionLine line) {
    if (request.fact() instanceof RedactionStep.Lifted lifted
        && line.standing(lifted.redaction()).isEmpty()) {
      return Optional.of(new RedactionOutcome.NothingThere());
    }
    return request
        .seen()
        .filter(seen -> seen != line.revision())
        .map(seen -> new RedactionOutcome.Changed(line.revision()));
  }
}
