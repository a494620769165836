package io.rapporteur.comments.feed;

/** What an entry may say beside what it is about: names, numbers and times, and never a text. */
public enum Detail {
  CONSULTATION("consultation", Form.WORD),
  SUBMISSION("submission", Form.WORD),
  ADDITION("addition", Form.WORD),
  DOCUMENT("document", Form.WORD),
  RECOMMENDATION("recommendation", Form.WORD),
  /** Of the consolidated draft. */
  ENTRY("entry", Form.WORD),
  /** Whose comment or submission it is, or whose deadline alone. */
  PARTICIPANT("participant", Form.WORD),
  CO_SPONSOR("coSponsor", Form.WORD),
  /** The author went on without the co-sponsor. */
  LET_GO("letGo", Form.FLAG),
  /** Of the comment; for a co-sponsor, the one that made the text. */
  REVISION("revision", Form.NUMBER),
  /** Of the recommendation. */
  VERSION("version", Form.NUMBER),
  LATE("late", Form.FLAG),
  ACCEPTED("accepted", Form.FLAG),
  ROUND("round", Form.NUMBER),
  CLOSES_AT("closesAt", Form.WORD),
  EDITION("edition", Form.WORD),
  /** Of an edition: participants; absent if it is for everyone. */
  AUDIENCE("audience", Form.WORD),
  LANGUAGE("language", Form.WORD),
  /** What a recommendation was merged into. */
  INTO("into", Form.WORD),
  /** Of the consolidated draft. */
  DRAFT_VERSION("draftVersion", Form.NUMBER),
  /** Last instant at which comments on the draft are in time. */
  COMMENTS_UNTIL("commentsUntil", Form.WORD);

  private final String field;
  private final Form form;

  Detail(String field, Form form) {
    this.field = field;
    this.form = form;
  }

  /** Its name in JSON. */
  public String field() {
    return field;
  }

  /** What its values look like. */
  public Form form() {
    return form;
  }

  /** What a value looks like in JSON. */
  public enum Form {
    WORD,
    NUMBER,
    FLAG
  }
}
