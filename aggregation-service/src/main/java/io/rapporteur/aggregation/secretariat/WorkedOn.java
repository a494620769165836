package io.rapporteur.aggregation.secretariat;

import io.rapporteur.aggregation.compilation.Comment;
import java.time.ZoneId;
import java.util.List;

/** What the secretariat's work must know of comments. Implementations are thread-safe. */
public interface WorkedOn {

  /**
   * The counted revisions of one comment, in their order; none if the consultation has no comment
   * of this id.
   */
  List<Comment> revisions(String consultation, String comment);

  /** The zone in which people of a consultation say the day; UTC if it is not known. */
  ZoneId zone(String consultation);
}
