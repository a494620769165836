package io.rapporteur.schemas.http;

import java.net.URI;
import java.util.Locale;

/**
 * Everything that an answer can say went wrong: the stable type {@code
 * urn:rapporteur:problem:<name>}, the status and the title of RFC 9457.
 */
public enum ProblemType {
  MALFORMED_REQUEST(400, "The request cannot be read"),
  UNAUTHENTICATED(401, "A valid token is required"),
  FORBIDDEN(403, "The caller may not do this"),
  UNKNOWN_PARTICIPANT(403, "The token names no participant"),
  NOT_FOUND(404, "There is nothing here for this caller"),
  METHOD_NOT_ALLOWED(405, "The method is not served here"),
  NOT_ACCEPTABLE(406, "No representation that the caller accepts"),
  REQUEST_TIMEOUT(408, "The request took too long to arrive"),
  CONSULTATION_NOT_OPEN(409, "The consultation is not open"),
  ROUND_STILL_OPEN(409, "The round is still open"),
  ROUND_CLOSED(409, "The round has closed"),
  SILENCE_OVER(409, "The silence procedure has ended"),
  NOTHING_TO_DECIDE(409, "Nothing waits for this decision"),
  LIST_ADOPTED(409, "The list has been adopted"),
  CIRCULATION_OFF(409, "Nothing is circulated"),
  ALREADY_EXISTS(409, "Another one stands under this id"),
  READING_UNDECIDED(409, "Items of the reading wait for a human decision"),
  CHANGES_UNDECIDED(409, "What was read differs from what is published"),
  WRONG_STAGE(409, "The draft does not stand where this can be done"),
  ACCOUNT_REVOKED(409, "The account has been revoked"),
  TWO_SECRETS(409, "Two secrets are valid already"),
  LAST_SECRETARIAT_ACCOUNT(409, "The secretariat would be left without an account"),
  TOO_MANY_ACCOUNTS(409, "There are as many accounts as there may be"),
  WRONG_KIND_OF_ACCOUNT(409, "The account is of another kind"),
  COMMENT_WITHDRAWN(409, "The comment has been withdrawn"),
  WEBHOOKS_OFF(409, "No webhook is called from here"),
  ATTACHMENTS_OFF(409, "No attachment is taken here"),
  ATTACHMENT_WAITING(409, "The attachment waits for its verdict"),
  ATTACHMENT_IN_USE(409, "The attachment belongs to a comment"),
  ATTACHMENT_REFUSED(410, "The attachment is not served"),
  EXPORT_NOT_DONE(409, "The export is not done"),
  REVISION_CONFLICT(412, "The revision named is not the current one"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The media type is not served here"),
  INVALID_REQUEST(422, "The request has faults"),
  UNKNOWN_REFERENCE(422, "The reference fits nothing"),
  AMBIGUOUS_REFERENCE(422, "The reference fits more than one item"),
  NOT_A_PARTICIPANT(422, "The code is that of no participant"),
  NO_RIGHT_TO_SPEAK(422, "The participant may not speak for this group"),
  WEBHOOK_ADDRESS_REFUSED(422, "No webhook is called at this address"),
  IDEMPOTENCY_KEY_REUSED(422, "The key was used for another request"),
  NOT_A_REPORT(422, "The document cannot be read as a report"),
  NOT_A_TABLE(422, "The file cannot be read as a table of comments"),
  FILE_ENCODING(422, "The file is in an encoding that is not read here"),
  FILE_ENCRYPTED(422, "The file asks for a password"),
  FILE_WITHOUT_TEXT(422, "The file holds pictures of text and no text"),
  FILE_TYPE_MISMATCH(422, "The file is not of the type that it says"),
  FILE_DAMAGED(422, "The file cannot be read to its end"),
  FILE_UNSAFE(422, "The file asks its reader to do more than read it"),
  REVISION_REQUIRED(428, "The revision to change must be named"),
  TOO_MANY_REQUESTS(429, "More was asked than may be asked now"),
  INTERNAL_ERROR(500, "The service failed"),
  OUTCOME_UNKNOWN(503, "The outcome is not known"),
  STORE_UNAVAILABLE(503, "The store of files does not answer"),
  NOT_READY(503, "The service has not read the log to its end");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** One sentence for people. */
  public String title() {
    return title;
  }

  /** The stable name, for instance {@code outcome-unknown}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The stable type. */
  public URI uri() {
    return URI.create("urn:rapporteur:problem:" + slug());
  }
}
