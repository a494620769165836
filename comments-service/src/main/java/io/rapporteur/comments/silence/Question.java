package io.rapporteur.comments.silence;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is put to a body.
 *
 * @param body its name, for instance extended Bureau
 * @param texts what is proposed, by language
 * @param reference for instance the symbol of the paper that is to be approved
 * @param members participant codes of those who are asked, each once
 * @param closesAt last instant at which an objection is in time, inclusive
 * @param zone in which the deadline was set; for print
 * @param shortest silence that each member has at least, from the moment at which the question
 *     reached it
 * @param knownTo who learns who objected
 */
public record Question(
    String body,
    Map<String, String> texts,
    Optional<String> reference,
    List<String> members,
    Instant closesAt,
    ZoneId zone,
    Duration shortest,
    KnownTo knownTo) {

  /** Copies the collections. */
  public Question {
    texts = Map.copyOf(texts);
    members = List.copyOf(members);
  }

  /** Who learns, beside the objector itself, who objected. */
  public enum KnownTo {
    CHAIR,
    SECRETARIAT,
    BODY
  }

  /** Whether this participant is asked. */
  public boolean asks(String participant) {
    return members.contains(participant);
  }
}
