package io.rapporteur.comments.submission;


/** Makes the document to keep of a submission. Implementations are thread-safe. */
@FunctionalInterface
public interface SubmissionPapers {

  /**
   * The submission as it was handed in, as PDF.
   *
   * @param submission at the revision that is meant: later additions are not in it
   */
  byte[] pdf(Submission submission);
}
