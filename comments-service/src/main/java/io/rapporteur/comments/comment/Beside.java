package io.rapporteur.comments.comment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What stands beside the words of a comment, as it was named and not yet looked up.
 *
 * @param onBehalfOf code of the group that it speaks for
 * @param coSponsors codes of those whom it asks to join
 * @param attachments ids of the files that it names
 */
public record Beside(
    Optional<String> onBehalfOf, List<String> coSponsors, List<String> attachments) {

  /** Most participants that one comment asks to join. */
  public static final int MOST_CO_SPONSORS = 300;

  /** Most files that one comment names. */
  public static final int MOST_ATTACHMENTS = 10;

  /** The comment of one participant, for itself and without a file. */
  public static final Beside NOTHING = new Beside(Optional.empty(), List.of(), List.of());

  /** Copies the lists; what is named twice is named once. */
  public Beside {
    coSponsors = coSponsors.stream().distinct().toList();
    attachments = attachments.stream().distinct().toList();
  }

  /** The same, whomever it speaks for. */
  public Beside withoutVoice() {
    return new Beside(Optional.empty(), coSponsors, attachments);
  }

  /** In canonical terms, for the digest of a request; what is not named is left out. */
  public Map<String, Object> canonical() {
    Map<String, Object> said = new TreeMap<>();
    onBehalfOf.ifPresent(group -> said.put("onBehalfOf", group));
    if (!coSponsors.isEmpty()) {
      said.put("coSponsors", coSponsors.stream().sorted().toList());
    }
    if (!attachments.isEmpty()) {
      said.put("attachments", attachments);
    }
    return said;
  }
}
