package io.rapporteur.schemas.http;

/**
 * The sentences that travel with items and comments, wherever they are shown out of their document.
 */
public final class Notices {

  /** With every item of a document that a machine read. */
  public static final String MACHINE_READ =
      "The text was read by machine; it is not the authentic text of the report.";

  /** With every comment. */
  public static final String AS_RECEIVED =
      "Comments are reproduced as received and have not been edited; the designations employed"
          + " imply no opinion.";

  /** With every tally. */
  public static final String NOT_A_VOTE =
      "Comments received: this is not a vote, and silence is not agreement.";

  /** Of a comment that was withdrawn after its edition. */
  public static final String WITHDRAWN_SINCE =
      "This comment was withdrawn by its author after it had been published.";

  /** Of a comment that was revised after its edition. */
  public static final String REVISED_SINCE =
      "This comment has been revised by its author since it was published; the next edition will"
          + " show it.";

  /** Of a translation that the secretariat added. */
  public static final String TRANSLATED =
      "A courtesy translation by the secretariat, not official; the original alone is authentic.";

  /** Of a comment parts of which are redacted, for those who read marks in their place. */
  public static final String REDACTED =
      "The secretariat has redacted parts of this comment; marks show where.";

  /** Of a comment parts of which are redacted, for its author and the secretariat. */
  public static final String REDACTED_FOR_OTHERS =
      "Parts of this comment are redacted: only its author and the secretariat read them.";

  /** With a consolidated draft. */
  public static final String DRAFT =
      "A proposal of the chair or the rapporteur, made of preliminary conclusions and"
          + " recommendations; nothing in it has been adopted.";

  /** With what has been agreed before a list is adopted. */
  public static final String UNOFFICIAL =
      "Unofficial: what has been agreed so far can still change, and nothing has been adopted.";

  /** With every statement of a participant. */
  public static final String STATEMENT_AS_MADE =
      "Explanations of position and disassociations are reproduced as made by the participant; the"
          + " designations employed imply no opinion.";

  /** With an adopted list. */
  public static final String TRANSLATION_FOLLOWS =
      "The list was adopted in the language stated; texts in other languages follow it.";

  /** With an adopted list that has been corrected. */
  public static final String LIST_CORRECTED =
      "The list has been corrected since it was adopted; each correction says when, why, and what"
          + " stood before.";

  private Notices() {}

  /** Of a comment on an item that was merged into another since. */
  public static String onMergedSince(String item, String into) {
    return "On item " + item + ", since merged into " + into + ".";
  }

  /** Of a comment on an item that does not stand any more. */
  public static String onNoLongerStanding(String item, String status) {
    return "On item " + item + ", since " + status + ".";
  }
}
