package io.rapporteur.aggregation.meeting.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Redaction;
import io.rapporteur.aggregation.compilation.Redaction.Field;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.compilation.Sight.Published;
import io.rapporteur.aggregation.compilation.http.CommentView;
import io.rapporteur.aggregation.meeting.Decided;
import io.rapporteur.aggregation.meeting.Decision;
import io.rapporteur.aggregation.meeting.Kind;
import io.rapporteur.aggregation.meeting.http.EntryComments.CommentsView;
import io.rapporteur.aggregation.meeting.http.EntryComments.HeldView;
import io.rapporteur.schemas.http.Notices;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryCommentsTest {

  private static final Instant OPENED = Instant.parse("2021-04-07T12:00:00Z");
  private static final String ENTRY = "c.entry-1";
  private static final HouseOrder ORDER =
      new HouseOrder("en", Map.of("eg", "Egypt", "br", "Brazil", "cl", "Chile"));

  private static final Content SAID =
      new Content(
          "substantive",
          "not-stated",
          "text",
          "en",
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  private static final Comment EGYPT = on("eg", Optional.of(ENTRY), OPENED.minusSeconds(2));
  private static final Comment BRAZIL = on("br", Optional.of(ENTRY), OPENED.minusSeconds(1));
  private static final Comment ON_ITEM = on("ci", Optional.empty(), OPENED.minusSeconds(1));
  private static final Comment CHILE = on("cl", Optional.of(ENTRY), OPENED.plusSeconds(1));
  private static final List<List<Comment>> ALL =
      List.of(List.of(EGYPT), List.of(BRAZIL), List.of(ON_ITEM), List.of(CHILE));

  @Test
  void listsThoseOnTheEntryFirstThenThoseOnItsItems() {
    CommentsView view = secretariat(List.of());

    assertThat(view.list())
        .extracting(CommentView::id)
        .containsExactly("of br", "of cl", "of eg", "of ci");
    assertThat(view.onEntry()).isEqualTo(3);
    assertThat(view.onItems()).isEqualTo(1);
    assertThat(view.heldBack()).isEmpty();
    assertThat(view.notices()).containsExactly(Notices.AS_RECEIVED, Notices.NOT_A_VOTE);
  }

  @Test
  void keepsApartWhatCameInWhileTheEntryIsUnderDecisionWithItsTime() {
    CommentsView view = secretariat(List.of(decided(Kind.OPENED)));

    assertThat(view.list()).extracting(CommentView::id).doesNotContain("of cl");
    assertThat(view.onEntry()).isEqualTo(2);
    assertThat(view.heldBack())
        .containsExactly(
            new HeldView("of cl", 1, "cl", "Chile", null, null, true, CHILE.receivedAt()));
  }

  @Test
  void letsItJoinTheOthersOnceTheEntryIsDecided() {
    CommentsView view = secretariat(List.of(decided(Kind.OPENED), decided(Kind.DEFERRED)));

    assertThat(view.onEntry()).isEqualTo(3);
    assertThat(view.heldBack()).isEmpty();
  }

  @Test
  void tellsADelegationOfItsOwnAloneAndCountsNoOthers() {
    CommentsView view =
        of(Sight.ofDelegation("eg", ALL, Optional.empty()), List.of(decided(Kind.OPENED)), false);

    assertThat(view.visibility()).isEqualTo("own");
    assertThat(view.onEntry()).isEqualTo(1);
    assertThat(view.onItems()).isZero();
    assertThat(view.heldBack()).isEmpty();
    assertThat(view.list()).isNull();
  }

  @Test
  void doesNotTellWhenWhatAnEditionHasWasReceived() {
    var edition = new Published("first", List.of(CHILE, EGYPT));

    CommentsView view =
        of(Sight.ofPublic(Optional.of(edition)), List.of(decided(Kind.OPENED)), true);

    assertThat(view.edition()).isEqualTo("first");
    assertThat(view.list()).extracting(CommentView::id).containsExactly("of eg");
    assertThat(view.heldBack()).extracting(HeldView::comment).containsExactly("of cl");
    assertThat(view.heldBack().getFirst().receivedAt()).isNull();
  }

  @Test
  void showsTheTextOfBeforeWithMarksToAllButTheSecretariat() {
    Comment before =
        saying(
            1,
            OPENED.minusSeconds(1),
            SAID.with(
                List.of(
                    new Redaction(
                        "personal-data",
                        List.of(new Redaction.Stretch(Field.TEXT, Optional.empty(), 0, 4))))));
    List<List<Comment>> all = List.of(List.of(before, saying(2, OPENED.plusSeconds(1), SAID)));
    List<Decided> opened = List.of(decided(Kind.OPENED));

    CommentsView granted = of(Sight.granted(all, Optional.empty()), all, opened, true);
    CommentsView secretariat = of(Sight.ofSecretariat(all, Optional.empty()), all, opened, true);

    assertThat(granted.heldBack()).hasSize(1);
    assertThat(granted.list()).extracting(CommentView::text).containsExactly("[redacted]");
    assertThat(secretariat.list()).extracting(CommentView::text).containsExactly("text");
  }

  private static CommentsView secretariat(List<Decided> decisions) {
    return of(Sight.ofSecretariat(ALL, Optional.empty()), decisions, true);
  }

  private static CommentsView of(Sight sight, List<Decided> decisions, boolean listed) {
    return of(sight, ALL, decisions, listed);
  }

  private static CommentsView of(
      Sight sight, List<List<Comment>> all, List<Decided> decisions, boolean listed) {
    return new EntryComments(sight, ORDER, () -> all, comment -> Optional.empty())
        .of(ENTRY, List.of("doc.1.a"), decisions, listed);
  }

  private static Decided decided(Kind kind) {
    return new Decided(2, Decision.of(ENTRY, kind), OPENED, OPENED, "the-chair", Optional.empty());
  }

  private static Comment saying(int revision, Instant receivedAt, Content said) {
    return on("cl", revision, Optional.of(ENTRY), receivedAt, said);
  }

  private static Comment on(String participant, Optional<String> entry, Instant receivedAt) {
    return on(participant, 1, entry, receivedAt, SAID);
  }

  private static Comment on(
      String participant, int revision, Optional<String> entry, Instant receivedAt, Content said) {
    boolean item = entry.isEmpty();
    return new Comment(
        "of " + participant,
        revision,
        false,
        "c",
        1,
        false,
        receivedAt,
        receivedAt,
        participant,
        "member-state",
        Optional.empty(),
        item ? Optional.of("doc") : Optional.empty(),
        item ? Optional.of("doc.1") : Optional.empty(),
        item ? Optional.of("doc.1.a") : Optional.empty(),
        item ? Optional.of(1) : Optional.empty(),
        entry,
        entry.map(id -> 1),
        Optional.empty(),
        List.of(),
        revision,
        0,
        Optional.of(said),
        Optional.empty());
  }
}
