package io.rapporteur.comments.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.Fact;
import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.comment.Receipt;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.schemas.joint.JointText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who is told what of a comment of Egypt. */
class TellingOfCommentsTest {

  private static final Instant NOW = Instant.parse("2021-02-01T12:00:00Z");
  private static final Author EGYPT = author("eg");
  private static final Author CHILE = author("cl");
  private static final Author NIGERIA = author("ng");

  private final List<Told> last = new ArrayList<>();
  private JointText standing = JointText.NOTHING;
  private int revision;

  @Test
  void tellsWhoWasAskedFromThatMomentOn() {
    does(said());
    does(said());
    assertThat(last).extracting(Told::reader).containsExactly("eg");

    does(new Fact.Invited(CHILE));

    assertThat(words("cl")).containsExactly("co-sponsor-invited of 2");
    does(said());
    assertThat(words("cl")).containsExactly("comment-revised of 4");
    does(said(NIGERIA));
    assertThat(words("ng")).containsExactly("co-sponsor-invited of 5");
  }

  @Test
  void tellsTheAuthorOfEveryActAndItsRevision() {
    does(said(CHILE));
    assertThat(words("eg")).containsExactly("comment-submitted of 1");
    does(new Fact.Joined(CHILE, 1));
    assertThat(words("eg")).containsExactly("co-sponsor-joined of 2");
    does(new Fact.Left("cl", false));
    assertThat(words("eg")).containsExactly("co-sponsor-left of 3");
    does(new Fact.LateDecided(1, true, "note"));
    assertThat(words("eg")).containsExactly("late-decision of 4");
    assertThat(last).hasSize(1);
    does(new Fact.Withdrawn());
    assertThat(words("eg")).containsExactly("comment-withdrawn of 5");
  }

  @Test
  void tellsCoSponsorsWhoJoinedAndNotWhoWasAskedOrDeclined() {
    does(said(CHILE));
    does(new Fact.Joined(CHILE, 1));

    does(new Fact.Invited(NIGERIA));
    assertThat(words("cl")).isEmpty();
    does(new Fact.Left("ng", false));
    assertThat(words("cl")).isEmpty();
    assertThat(words("ng")).containsExactly("co-sponsor-left");

    does(new Fact.Invited(NIGERIA));
    does(new Fact.Joined(NIGERIA, 1));
    assertThat(words("cl")).containsExactly("co-sponsor-joined of 1");
    does(new Fact.Left("ng", true));
    assertThat(words("cl")).containsExactly("co-sponsor-left");
    assertThat(last)
        .filteredOn(told -> told.reader().equals("cl"))
        .noneMatch(told -> told.entry().details().containsKey(Detail.LET_GO));
  }

  @Test
  void tellsTheAuthorAloneThatATextIsLateAndWhatBecameOfThat() {
    does(said(CHILE));
    does(said(), true);

    assertThat(last)
        .filteredOn(told -> told.entry().details().containsKey(Detail.LATE))
        .extracting(Told::reader)
        .containsExactly("eg");
    does(new Fact.LateDecided(2, false, "too late"));
    assertThat(last).extracting(Told::reader).containsExactly("eg");
    assertThat(last.getFirst().entry().details().get(Detail.ACCEPTED)).isEqualTo("false");
  }

  @Test
  void leadsNobodyToWhatItSeesNoLonger() {
    does(said(CHILE, NIGERIA));
    does(new Fact.Left("ng", true));
    assertThat(entries("ng")).singleElement().matches(entry -> !entry.readable());

    does(new Fact.Withdrawn());
    assertThat(entries("cl")).singleElement().matches(entry -> !entry.readable());
    assertThat(entries("eg")).singleElement().matches(Entry::readable);
    assertThat(entries("ng")).isEmpty();
  }

  @Test
  void neverTellsMoreThanTheCommentShowsToTheOneWhoIsTold() {
    for (int seed = 0; seed < 2_000; seed++) {
      var random = new SplittableRandom(seed);
      standing = JointText.NOTHING;
      revision = 0;
      does(said(CHILE), random.nextBoolean());
      // What was withdrawn stays so.
      for (int n = 0; n < 20 && standing.last() != JointText.NONE; n++) {
        JointText before = standing;
        Fact fact = any(random);
        does(fact, fact instanceof Fact.Said && random.nextBoolean());

        assertThat(last).extracting(Told::reader).doesNotHaveDuplicates().contains("eg");
        for (Told told : last) {
          if (!told.reader().equals("eg")) {
            assertSees(told, before, seed);
          }
        }
      }
    }
  }

  private void assertSees(Told told, JointText before, int seed) {
    Entry entry = told.entry();
    Set<String> parties = new TreeSet<>(before.coSponsors().keySet());
    parties.addAll(standing.coSponsors().keySet());
    assertThat(parties).as("seed %d", seed).contains(told.reader());
    assertThat(entry.readable())
        .as("seed %d", seed)
        .isEqualTo(standing.coSponsors().containsKey(told.reader()));
    String other = entry.details().getOrDefault(Detail.CO_SPONSOR, told.reader());
    if (!other.equals(told.reader())) {
      assertThat(shows(before, other) || shows(standing, other)).as("seed %d", seed).isTrue();
    }
    // The number of any other revision would tell how many acts there were in between.
    String number =
        entry.details().getOrDefault(Detail.REVISION, Integer.toString(standing.last()));
    assertThat(Integer.parseInt(number)).as("seed %d", seed).isIn(before.last(), standing.last());
  }

  private static boolean shows(JointText text, String coSponsor) {
    SortedSet<Integer> joined = text.coSponsors().get(coSponsor);
    return joined != null && !joined.isEmpty();
  }

  private Fact any(SplittableRandom random) {
    List<Author> others = List.of(CHILE, NIGERIA, author("ps"));
    Author other = others.get(random.nextInt(others.size()));
    boolean on = standing.coSponsors().containsKey(other.participant());
    return switch (random.nextInt(8)) {
      case 0, 1 -> said(other);
      case 2 -> new Fact.LateDecided(standing.last(), random.nextBoolean(), "note");
      case 3 -> random.nextInt(6) == 0 ? new Fact.Withdrawn() : said();
      case 4, 5 -> on ? new Fact.Joined(other, standing.last()) : new Fact.Invited(other);
      default ->
          on ? new Fact.Left(other.participant(), random.nextBoolean()) : new Fact.Invited(other);
    };
  }

  private void does(Fact fact) {
    does(fact, false);
  }

  private void does(Fact fact, boolean late) {
    var made =
        new Revision(
            "c",
            ++revision,
            "r",
            "d",
            "eg",
            "k",
            1,
            late,
            NOW,
            NOW,
            EGYPT,
            new Target(
                Optional.of("doc"), Optional.empty(), Optional.of("doc.1.a"), Optional.of(1)),
            Optional.empty(),
            fact,
            new Receipt("c", "n", "d", "s"));
    last.clear();
    last.addAll(TellingOfComments.of(made, standing));
    standing = standing.after(revision, fact.deed(late));
  }

  private List<Entry> entries(String reader) {
    return last.stream().filter(told -> told.reader().equals(reader)).map(Told::entry).toList();
  }

  private List<String> words(String reader) {
    return entries(reader).stream()
        .map(
            entry ->
                entry.kind().word()
                    + (entry.details().containsKey(Detail.REVISION)
                        ? " of " + entry.details().get(Detail.REVISION)
                        : ""))
        .toList();
  }

  private static Fact.Said said(Author... invited) {
    return new Fact.Said(
        new Content(
            Kind.SUBSTANTIVE,
            Position.NOT_STATED,
            "text",
            "en",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        List.of(invited));
  }

  private static Author author(String code) {
    return new Author(code, "MEMBER_STATE", Optional.empty());
  }
}
