package io.rapporteur.schemas.http;

import java.util.List;

/** A request is refused at the door; nothing was changed. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** Refuses with one sentence. */
  public RefusedException(ProblemType type, String detail) {
    this(Problem.of(type, detail));
  }

  /** Refuses with all faults at once. */
  public RefusedException(List<Fault> faults) {
    this(Problem.of(faults));
  }

  private RefusedException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** What is answered. */
  public Problem problem() {
    return problem;
  }
}
