package io.rapporteur.comments.feed;

import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Fact;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.schemas.joint.JointText;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * Who is told what of a comment. Its author is told of every act on it. Who was asked to join is
 * told of what it sees: that it was asked, each next text, the withdrawal, and who joins or, having
 * joined, leaves; not who else was asked, nor what became of that, nor a decision on a late text.
 * Nothing from before it was asked, nothing after it left or was let go.
 */
public final class TellingOfComments {

  private final Revision made;
  private final JointText before;
  private final String author;
  private final List<Told> told = new ArrayList<>();

  private TellingOfComments(Revision made, JointText before) {
    this.made = made;
    this.before = before;
    this.author = made.author().participant();
  }

  /**
   * What is told of one counted revision; each reader gets one entry at most.
   *
   * @param before what stood of the comment before it
   */
  public static List<Told> of(Revision made, JointText before) {
    var telling = new TellingOfComments(made, before);
    telling.tell();
    return List.copyOf(telling.told);
  }

  private void tell() {
    switch (made.fact()) {
      case Fact.Said said -> said(said);
      case Fact.Withdrawn withdrawn -> {
        author(entry(Kind.COMMENT_WITHDRAWN));
        Entry gone = entry(Kind.COMMENT_WITHDRAWN).unreadable();
        before.coSponsors().keySet().forEach(code -> tell(code, gone));
      }
      case Fact.Invited(Author coSponsor) -> {
        author(of(Kind.CO_SPONSOR_INVITED, coSponsor.participant()));
        asked(coSponsor, before.last());
      }
      case Fact.Joined(Author coSponsor, int text) -> {
        Entry joined = of(Kind.CO_SPONSOR_JOINED, coSponsor.participant());
        author(joined);
        Entry toOthers = joined.with(Detail.REVISION, text);
        tell(coSponsor.participant(), toOthers);
        others(coSponsor.participant(), toOthers);
      }
      case Fact.Left left -> left(left);
      case Fact.LateDecided decided ->
          author(entry(Kind.LATE_DECISION).with(Detail.ACCEPTED, decided.accepted()));
    }
  }

  private void said(Fact.Said said) {
    Entry entry = entry(made.number() == 1 ? Kind.COMMENT_SUBMITTED : Kind.COMMENT_REVISED);
    author(made.late() ? entry.with(Detail.LATE, true) : entry);
    before
        .coSponsors()
        .keySet()
        .forEach(code -> tell(code, entry.with(Detail.REVISION, made.number())));
    said.invited().forEach(coSponsor -> asked(coSponsor, made.number()));
  }

  private void asked(Author coSponsor, int text) {
    if (!before.coSponsors().containsKey(coSponsor.participant())) {
      tell(
          coSponsor.participant(),
          of(Kind.CO_SPONSOR_INVITED, coSponsor.participant()).with(Detail.REVISION, text));
    }
  }

  private void left(Fact.Left left) {
    Entry entry = of(Kind.CO_SPONSOR_LEFT, left.coSponsor());
    Entry how = left.letGo() ? entry.with(Detail.LET_GO, true) : entry;
    author(how);
    SortedSet<Integer> joined = before.coSponsors().get(left.coSponsor());
    if (joined != null) {
      tell(left.coSponsor(), how.unreadable());
      if (!joined.isEmpty()) {
        others(left.coSponsor(), entry);
      }
    }
  }

  private void author(Entry entry) {
    tell(author, entry.with(Detail.REVISION, made.number()));
  }

  private void others(String except, Entry entry) {
    before.coSponsors().keySet().stream()
        .filter(code -> !code.equals(except))
        .forEach(code -> tell(code, entry));
  }

  private void tell(String reader, Entry entry) {
    if (told.stream().noneMatch(earlier -> earlier.reader().equals(reader))) {
      told.add(new Told(reader, entry));
    }
  }

  private Entry of(Kind kind, String coSponsor) {
    return entry(kind).with(Detail.CO_SPONSOR, coSponsor);
  }

  private Entry entry(Kind kind) {
    Entry entry =
        Entry.of(kind, made.receivedAt(), made.comment())
            .with(Detail.CONSULTATION, made.consultation())
            .with(Detail.PARTICIPANT, author);
    return made.target()
        .recommendation()
        .map(item -> entry.with(Detail.RECOMMENDATION, item))
        .or(() -> made.target().entry().map(on -> entry.with(Detail.ENTRY, on)))
        .orElse(entry);
  }
}
