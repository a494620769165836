package io.rapporteur.comments.feed;

import java.util.Locale;

/** What an entry tells of. A word is API and never changes; new ones may come. */
public enum Kind {
  COMMENT_SUBMITTED(Subject.COMMENT),
  COMMENT_REVISED(Subject.COMMENT),
  COMMENT_WITHDRAWN(Subject.COMMENT),
  CO_SPONSOR_INVITED(Subject.COMMENT),
  CO_SPONSOR_JOINED(Subject.COMMENT),
  CO_SPONSOR_LEFT(Subject.COMMENT),
  LATE_DECISION(Subject.COMMENT),
  SUBMISSION_HANDED_IN(Subject.SUBMISSION),
  SUBMISSION_ADDED_TO(Subject.SUBMISSION),
  CONSULTATION_OPENED(Subject.CONSULTATION),
  DEADLINE_EXTENDED(Subject.CONSULTATION),
  EDITION_PUBLISHED(Subject.CONSULTATION),
  /** One that was for participants, to everyone. */
  EDITION_OPENED(Subject.CONSULTATION),
  RECOMMENDATION_PUBLISHED(Subject.RECOMMENDATION),
  RECOMMENDATION_TRANSCRIPTION_FIXED(Subject.RECOMMENDATION),
  RECOMMENDATION_CORRECTED(Subject.RECOMMENDATION),
  RECOMMENDATION_REWORDED(Subject.RECOMMENDATION),
  RECOMMENDATION_IN_ANOTHER_LANGUAGE(Subject.RECOMMENDATION),
  RECOMMENDATION_WITHDRAWN(Subject.RECOMMENDATION),
  RECOMMENDATION_MERGED(Subject.RECOMMENDATION),
  QUESTION_PUT(Subject.QUESTION),
  QUESTION_EXTENDED(Subject.QUESTION),
  QUESTION_WITHDRAWN(Subject.QUESTION),
  SILENCE_BROKEN(Subject.QUESTION),
  SILENCE_KEPT(Subject.QUESTION),
  DRAFT_CIRCULATED(Subject.CONSULTATION),
  LIST_ADOPTED(Subject.CONSULTATION);

  private final Subject subject;

  Kind(Subject subject) {
    this.subject = subject;
  }

  /** What it is told of. */
  public Subject subject() {
    return subject;
  }

  /** The word in JSON, for instance {@code comment-submitted}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What an entry can be about. */
  public enum Subject {
    COMMENT,
    SUBMISSION,
    CONSULTATION,
    RECOMMENDATION,
    QUESTION;

    /** The word in JSON, for instance {@code comment}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
