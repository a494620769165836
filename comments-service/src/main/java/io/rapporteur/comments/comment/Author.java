package io.rapporteur.comments.comment;

import java.util.Optional;

/**
 * Who comments, as it stood when the comment was received.
 *
 * @param participant code
 * @param participantClass name of the class
 * @param regionalGroup name of the group, for those who have one
 */
public record Author(String participant, String participantClass, Optional<String> regionalGroup) {}
