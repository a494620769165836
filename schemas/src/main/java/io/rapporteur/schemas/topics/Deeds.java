package io.rapporteur.schemas.topics;

import io.rapporteur.events.Author;
import io.rapporteur.events.CoSponsorInvited;
import io.rapporteur.events.CoSponsorJoined;
import io.rapporteur.events.CoSponsorLeft;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.events.CommentRevised;
import io.rapporteur.events.CommentSubmitted;
import io.rapporteur.events.CommentWithdrawn;
import io.rapporteur.events.LateTextDecided;
import io.rapporteur.schemas.joint.Deed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** From events of a comment to what they do to it. */
public final class Deeds {

  private Deeds() {}

  /** What an event does, if it counts. */
  public static Deed of(CommentEvent event) {
    return switch (event.getFact()) {
      case CommentSubmitted submitted ->
          new Deed.Said(event.getLate(), codes(submitted.getInvited()));
      case CommentRevised revised -> new Deed.Said(event.getLate(), codes(revised.getInvited()));
      case CommentWithdrawn withdrawn -> new Deed.Withdrawn();
      case CoSponsorInvited invited -> new Deed.Invited(invited.getCoSponsor().getParticipant());
      case CoSponsorJoined joined ->
          new Deed.Joined(joined.getCoSponsor().getParticipant(), joined.getText());
      case CoSponsorLeft left -> new Deed.Left(left.getCoSponsor());
      case LateTextDecided decided -> new Deed.Decided(decided.getText(), decided.getAccepted());
      default ->
          throw new IllegalStateException("fact: unknown (expected: one of the event's union)");
    };
  }

  private static Set<String> codes(List<Author> authors) {
    return authors.stream().map(Author::getParticipant).collect(Collectors.toSet());
  }
}
