package io.rapporteur.aggregation.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DigestTest {

  private static final Redaction REDACTED =
      new Redaction(
          "personal-data",
          List.of(new Redaction.Stretch(Redaction.Field.TEXT, Optional.empty(), 0, 4)));

  /** As it was computed before there were comments on entries. */
  private static final String BEFORE =
      "c0c58d148db3b119e113707f76cc719f3b1e149b425b0ee927a990251b866d64";

  @Test
  void ofCommentsOnTheTextIsWhatItWasBeforeEntriesCouldBeCommentedOn() {
    assertThat(
            Digest.of(
                Stream.of(
                    Comments.of("c1", "eg", "member-state"),
                    Comments.of("c2", "br", "member-state"))))
        .isEqualTo(BEFORE);
  }

  @Test
  void coversTheEntryAndTheVersionOfTheDraft() {
    String none = Digest.of(Stream.of(on(Optional.empty(), Optional.empty())));
    String one = Digest.of(Stream.of(on(Optional.of("k.entry-1"), Optional.of(1))));
    String other = Digest.of(Stream.of(on(Optional.of("k.entry-2"), Optional.of(1))));
    String later = Digest.of(Stream.of(on(Optional.of("k.entry-1"), Optional.of(2))));

    assertThat(Stream.of(none, one, other, later)).doesNotHaveDuplicates();
  }

  @Test
  void readsTheTextsOfTheSameCommentsOnce() {
    var texts = new WatchedTexts();
    List<Comment> comments =
        List.of(
            Comments.saying(Comments.of("w1", "eg", "member-state"), texts.text(1)),
            Comments.saying(Comments.of("w2", "eg", "member-state"), texts.text(2)));

    String digest = Digest.of(comments.stream());

    assertThat(Digest.of(comments.stream())).isEqualTo(digest);
    assertThat(texts.reads()).isEqualTo(2);
  }

  @Test
  void isAnotherOneOnceOneOfThemWasJoinedOrSaysSomethingElse() {
    Comment comment = Comments.of("c", "eg", "member-state");
    Comment other = Comments.saying(comment, comment.said().with(List.of(REDACTED)).redacted());

    assertThat(
            Stream.of(comment, Comments.joined(comment, "no"), other)
                .map(each -> Digest.of(Stream.of(each))))
        .doesNotHaveDuplicates();
  }

  private static Comment on(Optional<String> entry, Optional<Integer> version) {
    Comment c = Comments.of("c", "eg", "member-state");
    return new Comment(
        c.id(),
        c.revision(),
        c.withdrawn(),
        c.consultation(),
        c.round(),
        c.late(),
        c.submittedAt(),
        c.receivedAt(),
        c.participant(),
        c.participantClass(),
        c.regionalGroup(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        entry,
        version,
        c.onBehalfOf(),
        c.coSponsors(),
        c.inForce(),
        c.waiting(),
        c.content(),
        c.filing());
  }
}
