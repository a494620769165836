package io.rapporteur.comments.comment;

import io.rapporteur.schemas.joint.Deed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What one revision of a comment says. */
public sealed interface Fact {

  /** The author gives the comment a text, the first or the next. */
  record Said(Content content, List<Author> invited) implements Fact {

    /** Copies the list. */
    public Said {
      invited = List.copyOf(invited);
    }
  }

  /** The author takes the comment back. */
  record Withdrawn() implements Fact {}

  /** The author asks one more participant to join. */
  record Invited(Author coSponsor) implements Fact {}

  /**
   * A co-sponsor joins exactly one text.
   *
   * @param text the revision that made it
   */
  record Joined(Author coSponsor, int text) implements Fact {}

  /**
   * A co-sponsor is on the comment no longer.
   *
   * @param letGo by the author; else it left or declined by itself
   */
  record Left(String coSponsor, boolean letGo) implements Fact {}

  /**
   * The secretariat decides on a text that came late.
   *
   * @param text the revision that made it
   * @param reason or reference
   */
  record LateDecided(int text, boolean accepted, String reason) implements Fact {}

  /** What it does to the comment, for the rule that all readers share. */
  default Deed deed(boolean late) {
    return switch (this) {
      case Said(Content content, List<Author> invited) -> new Deed.Said(late, codes(invited));
      case Withdrawn withdrawn -> new Deed.Withdrawn();
      case Invited(Author coSponsor) -> new Deed.Invited(coSponsor.participant());
      case Joined(Author coSponsor, int text) -> new Deed.Joined(coSponsor.participant(), text);
      case Left(String coSponsor, boolean letGo) -> new Deed.Left(coSponsor);
      case LateDecided(int text, boolean accepted, String reason) ->
          new Deed.Decided(text, accepted);
    };
  }

  private static Set<String> codes(List<Author> authors) {
    return authors.stream().map(Author::participant).collect(Collectors.toSet());
  }
}
