package io.rapporteur.aggregation.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Sight.Published;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SightTest {

  private final List<List<Comment>> histories =
      List.of(
          List.of(Comments.of("1", "eg", "member-state")),
          List.of(Comments.of("2", "br", "member-state")));

  @Test
  void showsThePublicNothingBeforeAnEdition() {
    Sight sight = Sight.ofPublic(Optional.empty());

    assertThat(sight.visibility()).isEqualTo("sealed");
    assertThat(sight.comments()).isEmpty();
    assertThat(sight.late()).isEmpty();
  }

  @Test
  void showsADelegationItsOwnBeforeAnEdition() {
    Sight sight = Sight.ofDelegation("eg", histories, Optional.empty());

    assertThat(sight.comments()).extracting(Comment::participant).containsExactly("eg");
  }

  @Test
  void showsADelegationTheEditionAndItsOwnAsItStands() {
    var edition = new Published("first", List.of(Comments.of("2", "br", "member-state")));

    Sight sight = Sight.ofDelegation("eg", histories, Optional.of(edition));

    assertThat(sight.visibility()).isEqualTo("published");
    var shared = new Published("first", edition.comments(), Audience.PARTICIPANTS);
    assertThat(Sight.ofPublic(Optional.of(shared)).visibility()).isEqualTo("participants");
    assertThat(Sight.ofDelegation("cl", List.of(), Optional.of(shared)).visibility())
        .isEqualTo("participants");
    assertThat(sight.comments()).extracting(Comment::id).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void letsALateRevisionWaitBesideTheOneInTime() {
    var history =
        CommentHistory.of(
            List.of(
                Comments.revision("1", 1, false, false), Comments.revision("1", 2, true, false)));

    assertThat(history.standing()).map(Comment::revision).contains(1);
    assertThat(history.late()).map(Comment::revision).contains(2);
  }

  @Test
  void leavesNothingOfAWithdrawnComment() {
    var history =
        CommentHistory.of(
            List.of(
                Comments.revision("1", 1, false, false), Comments.revision("1", 2, false, true)));

    assertThat(history.standing()).isEmpty();
    assertThat(history.late()).isEmpty();
  }

  @Test
  void hasOneDigestInWhateverOrderCommentsArrive() {
    List<Comment> comments = new ArrayList<>();
    for (int n = 0; n < 50; n++) {
      comments.add(Comments.of("id" + n, "eg", "member-state"));
    }
    String digest = Digest.of(comments.stream());

    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(comments, new Random(seed));
      assertThat(Digest.of(comments.stream())).isEqualTo(digest);
    }
    assertThat(Digest.of(comments.stream().skip(1))).isNotEqualTo(digest);
  }
}
