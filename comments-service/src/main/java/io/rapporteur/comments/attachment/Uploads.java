package io.rapporteur.comments.attachment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files that were handed in, as the log tells it. Implementations are thread-safe. */
public interface Uploads {

  /** The upload of an id, deleted ones included. */
  Optional<Upload> upload(String id);

  /** Those without a verdict that were not deleted. */
  List<Upload> waiting();

  /** Whether a comment or a submission names it, or once named it. */
  boolean named(String id);

  /**
   * Appends that a file came in, and waits until the fold holds its place.
   *
   * @throws io.rapporteur.schemas.log.OutcomeUnknownException if the log does not acknowledge in
   *     time, or the fold does not get there
   */
  void received(UploadRequest request, String mediaType);

  /**
   * Appends a verdict; void if there is one already.
   *
   * @throws io.rapporteur.schemas.log.OutcomeUnknownException as above
   */
  void judged(Upload upload, Verdict verdict, Instant at);

  /**
   * Appends that it was taken back; void if something else happened to it meanwhile.
   *
   * @param client client id that asks
   * @throws io.rapporteur.schemas.log.OutcomeUnknownException as above
   */
  void deleted(Upload upload, String client, Instant at);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();
}
