package io.rapporteur.aggregation.paper;

/**
 * A paper with what its reader was when it was made.
 *
 * @param byGrant the reader saw what is sealed by a grant, which may end
 * @param redacted what was redacted then; who asks for it later must not get what has gone since
 */
public record Made(Paper paper, boolean byGrant, String redacted) {

  /** Made where nothing was redacted. */
  public Made(Paper paper, boolean byGrant) {
    this(paper, byGrant, "");
  }
}
