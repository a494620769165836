package io.rapporteur.comments.comment;

import java.util.Optional;

/**
 * Who comments, as it stood when the comment was received.
 *
 * @param participant code
 * @param participantClass name of the class
 * @param regionalGroup name of the group, for those who have one
 * @param onBehalfOf code of the group that it speaks for: one voice of the group, never of its
 *     members
 */
public record Author(
    String participant,
    String participantClass,
    Optional<String> regionalGroup,
    Optional<String> onBehalfOf) {

  /** A participant that speaks for itself. */
  public Author(String participant, String participantClass, Optional<String> regionalGroup) {
    this(participant, participantClass, regionalGroup, Optional.empty());
  }

  /** The same, speaking for a group. */
  public Author speakingFor(Optional<String> group) {
    return new Author(participant, participantClass, regionalGroup, group);
  }
}
