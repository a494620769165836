package io.rapporteur.aggregation.compilation;

import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the compilation is made of, as the log tells. Implementations are thread-safe. */
public interface Compilations {

  /** The consultation of an id. */
  Optional<Consultation> consultation(String id);

  /** All consultations. */
  List<Consultation> consultations();

  /** Its items, in the order of the text. */
  List<Item> items(Consultation consultation);

  /**
   * The entries of its consolidated draft that have been circulated, in the order of the draft;
   * those that the last version left out follow, by number.
   */
  List<DraftEntry> entries(String consultation);

  /**
   * How the text that a comment proposes differs from the version that it addresses, by words;
   * empty if it proposes none, or the item or entry is not there in the language that it amends.
   */
  Optional<List<Stretch>> difference(Comment comment);

  /** The counted revisions of every comment of a consultation, each in its order. */
  List<List<Comment>> histories(String consultation);

  /** The manifest of an edition; empty until the edition is whole for these. */
  Optional<Manifest> manifest(String consultation, String edition, Audience audience);

  /** The same, for everyone. */
  default Optional<Manifest> manifest(String consultation, String edition) {
    return manifest(consultation, edition, Audience.EVERYONE);
  }

  /**
   * What these read of an edition that is whole for them: all of it, of the last one. For everyone
   * it is what the public topic holds.
   */
  List<Comment> published(String consultation, String edition, Audience audience);

  /** The same, for everyone. */
  default List<Comment> published(String consultation, String edition) {
    return published(consultation, edition, Audience.EVERYONE);
  }

  /**
   * What an edition was made of, computed again from its cut; empty if it is one of before cuts
   * were kept.
   *
   * @param audience whose redactions are in it
   */
  Optional<List<Comment>> computed(String consultation, String edition, Audience audience);

  /** The same, for everyone. */
  default Optional<List<Comment>> computed(String consultation, String edition) {
    return computed(consultation, edition, Audience.EVERYONE);
  }

  /** The texts of an edition, each with the digest of the receipt of the act that made it. */
  List<Leaf> leaves(String consultation, String edition);

  /**
   * Names what is redacted in the comments of a consultation, for all, for participants and in
   * public: whenever that changes, so does the name.
   */
  default String redacted(String consultation) {
    return "";
  }

  /** What became of the comments of an edition since, as these are told. */
  List<Notice> notices(String consultation, String edition, Audience audience);

  /** The same, for everyone. */
  default List<Notice> notices(String consultation, String edition) {
    return notices(consultation, edition, Audience.EVERYONE);
  }

  /** Who may comment: the class of each participant, by code. */
  Map<String, String> participants();

  /** A number that grows whenever more of the log has been read. */
  long progress();

  /** Printed names in one language: short ones by participant code, full ones by group code. */
  Map<String, String> names(String language);

  /** How many partitions the comments' log has, and so how many ranks a {@link Cut}. */
  int partitions();

  /**
   * Waits a moment for what has been handed in until now, so that who was just answered finds it
   * here.
   *
   * @return whether it is here
   */
  boolean freshen();

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();
}
