package io.rapporteur.schemas.joint;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.schemas.joint.JointText.Arrival;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class JointTextTest {

  @Test
  void standsWithItsAuthorAloneUntilOneWhoWasAskedJoins() {
    JointText asked = after(said("cl", "ng"));
    JointText joined = after(said("cl", "ng"), joined("cl", 1));

    assertThat(asked.inForce()).isEqualTo(1);
    assertThat(asked.standing()).isEmpty();
    assertThat(joined.inForce()).isEqualTo(1);
    assertThat(joined.standing()).containsExactly("cl");
  }

  @Test
  void keepsTheTextThatItsCoSponsorsJoinedUntilAllOfThemJoinTheNext() {
    JointText revised =
        after(said("cl", "ng"), joined("cl", 1), joined("ng", 1), said(), joined("cl", 4));
    JointText confirmed = revised.after(6, joined("ng", 4));

    assertThat(revised.inForce()).isEqualTo(1);
    assertThat(revised.standing()).containsExactly("cl", "ng");
    assertThat(confirmed.inForce()).isEqualTo(4);
    assertThat(confirmed.standing()).containsExactly("cl", "ng");
  }

  @Test
  void waitsForNobodyWhoNeverJoined() {
    JointText revised = after(said("cl", "ng"), joined("cl", 1), said(), joined("cl", 3));

    assertThat(revised.inForce()).isEqualTo(3);
    assertThat(revised.standing()).containsExactly("cl");
  }

  @Test
  void goesOnWithoutTheOneWhoWasLetGo() {
    JointText revised = after(said("cl"), joined("cl", 1), said());

    assertThat(revised.inForce()).isEqualTo(1);
    assertThat(revised.after(4, left("cl")).inForce()).isEqualTo(3);
    assertThat(revised.after(4, left("cl")).standing()).isEmpty();
  }

  @Test
  void bringsANewCoSponsorInWithTheTextThatItJoined() {
    JointText joined = after(said("cl", "ng"), joined("cl", 1), said(), joined("ng", 3));

    assertThat(joined.inForce()).isEqualTo(1);
    assertThat(joined.standing()).containsExactly("cl");
    assertThat(joined.after(5, left("cl")).inForce()).isEqualTo(3);
    assertThat(joined.after(5, left("cl")).standing()).containsExactly("ng");
  }

  @Test
  void takesALateTextOnlyOnceItIsAccepted() {
    JointText late = after(said(), new Deed.Said(true, Set.of()));

    assertThat(late.inForce()).isEqualTo(1);
    assertThat(late.waiting()).isEqualTo(2);
    JointText refused = late.after(3, new Deed.Decided(2, false));
    assertThat(refused.inForce()).isEqualTo(1);
    assertThat(refused.waiting()).isZero();
    assertThat(refused.arrival()).contains(Arrival.REFUSED);
    JointText accepted = refused.after(4, new Deed.Decided(2, true));
    assertThat(accepted.inForce()).isEqualTo(2);
    assertThat(accepted.after(5, new Deed.Decided(2, false)).inForce()).isEqualTo(2);
  }

  @Test
  void bringsNoLateTextIntoForceOverItsCoSponsors() {
    JointText accepted =
        after(
            said("cl"), joined("cl", 1), new Deed.Said(true, Set.of()), new Deed.Decided(3, true));

    assertThat(accepted.inForce()).isEqualTo(1);
    assertThat(accepted.after(5, left("cl")).inForce()).isEqualTo(3);
  }

  @Test
  void leavesNothingOfAWithdrawnComment() {
    assertThat(after(said("cl"), joined("cl", 1), new Deed.Withdrawn()))
        .isEqualTo(JointText.NOTHING);
  }

  @Test
  void tellsWhatAFoldTellsThatForgetsNothing() {
    var random = new Random(8);
    for (int n = 0; n < 3_000; n++) {
      JointText folded = JointText.NOTHING;
      var whole = new Whole();
      for (int revision = 1; revision <= 25; revision++) {
        Deed deed = any(random, folded, revision);
        folded = folded.after(revision, deed);
        whole.take(revision, deed);

        assertThat(folded.inForce()).isEqualTo(whole.inForce);
        assertThat(folded.standing()).isEqualTo(whole.standing());
        assertThat(folded.texts().size()).isLessThanOrEqualTo(3 + 3 * 25);
      }
    }
  }

  @Test
  void growsWithItsCoSponsorsAndNotWithItsRevisions() {
    JointText text = after(said("cl", "ng"), joined("cl", 1));
    for (int revision = 3; revision < 1_000; revision++) {
      text = text.after(revision, said());
    }

    assertThat(text.texts()).hasSize(2);
  }

  private static Deed any(Random random, JointText text, int revision) {
    String code = List.of("cl", "ng", "vn").get(random.nextInt(3));
    if (text.last() == JointText.NONE) {
      return new Deed.Said(random.nextInt(6) == 0, Set.of(code));
    }
    return switch (random.nextInt(9)) {
      case 0, 1 -> new Deed.Said(random.nextInt(4) == 0, Set.of(code));
      case 2, 3, 4 -> joined(code, text.last());
      case 5 -> left(code);
      case 6 -> new Deed.Invited(code);
      case 7 -> new Deed.Decided(text.last(), random.nextBoolean());
      default -> random.nextInt(8) == 0 ? new Deed.Withdrawn() : new Deed.Invited(code);
    };
  }

  /** The rule as it is said, with everything kept. */
  private static final class Whole {

    private final Map<Integer, Arrival> texts = new TreeMap<>();
    private final Map<String, Set<Integer>> joined = new TreeMap<>();
    private int inForce;

    void take(int revision, Deed deed) {
      switch (deed) {
        case Deed.Said said -> texts.put(revision, said.late() ? Arrival.WAITING : Arrival.IN_TIME);
        case Deed.Withdrawn withdrawn -> {
          texts.clear();
          joined.clear();
          inForce = 0;
        }
        case Deed.Invited invited -> {}
        case Deed.Joined(String code, int text) ->
            joined.computeIfAbsent(code, c -> new HashSet<>()).add(text);
        case Deed.Left(String code) -> joined.remove(code);
        case Deed.Decided(int text, boolean accepted) -> {
          if (texts.get(text) == Arrival.WAITING || texts.get(text) == Arrival.REFUSED) {
            texts.put(text, accepted ? Arrival.ACCEPTED : Arrival.REFUSED);
          }
        }
      }
      List<Integer> possible = new ArrayList<>();
      texts.forEach(
          (text, arrival) -> {
            boolean counts = arrival == Arrival.IN_TIME || arrival == Arrival.ACCEPTED;
            boolean all =
                standing().stream()
                    .allMatch(code -> joined.getOrDefault(code, Set.of()).contains(text));
            if (text > inForce && counts && all) {
              possible.add(text);
            }
          });
      inForce = possible.isEmpty() ? inForce : possible.getLast();
    }

    Set<String> standing() {
      Set<String> standing = new TreeSet<>();
      joined.forEach(
          (code, of) -> {
            if (of.contains(inForce)) {
              standing.add(code);
            }
          });
      return standing;
    }
  }

  private static JointText after(Deed... deeds) {
    JointText text = JointText.NOTHING;
    for (int n = 0; n < deeds.length; n++) {
      text = text.after(n + 1, deeds[n]);
    }
    return text;
  }

  private static Deed said(String... invited) {
    return new Deed.Said(false, Set.of(invited));
  }

  private static Deed joined(String code, int text) {
    return new Deed.Joined(code, text);
  }

  private static Deed left(String code) {
    return new Deed.Left(code);
  }
}
