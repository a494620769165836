package io.rapporteur.aggregation.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.compilation.Sight.Published;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComposingTest {

  private static final Words ENGLISH = Words.in(UnLanguage.EN);

  @Test
  void putsGeneralCommentsFirstThenTheOrderOfTheTextThenTheHouseOrder() {
    List<Comment> shuffled = new ArrayList<>(Sample.comments());
    Collections.shuffle(shuffled, new Random(13));

    Paper paper = Sample.paper(UnLanguage.EN, shuffled);

    assertThat(Sample.outline(paper))
        .containsExactly(
            "general",
            "Beijing Normal University",
            "section doc.13",
            "item 1",
            "Brazil",
            "China",
            "Egypt",
            "State of Palestine",
            "item 36");
  }

  @Test
  void ordersParticipantsInTheLanguageOfThePaper() {
    assertThat(Sample.outline(Sample.paper(UnLanguage.AR, Sample.comments())))
        .containsSubsequence("item 1", "البرازيل", "الصين", "مصر", "دولة فلسطين");
  }

  @Test
  void hasCommentsOnTheDraftBehindTheItemsInTheOrderOfTheDraft() {
    List<Comment> comments = new ArrayList<>(Sample.comments().subList(0, 1));
    comments.add(Sample.onEntry("e1", "eg", 1, "on the first"));
    comments.add(Sample.onEntry("e2", "cn", 2, "on the second"));
    comments.add(Sample.onEntry("e3", "br", 2, "on the second, too"));
    comments.add(Sample.onEntry("e4", "br", 77, "on one that has not been read"));

    Paper paper = Sample.paper(UnLanguage.EN, comments);

    assertThat(Sample.outline(paper))
        .containsExactly(
            "section doc.13",
            "item 1",
            "China",
            "item 36",
            "draft",
            "entry 2",
            "Brazil",
            "China",
            "entry 1",
            "Egypt",
            "entry 77",
            "Brazil");
    assertThat(Sample.outline(Sample.paper(UnLanguage.EN, Sample.comments())))
        .doesNotContain("draft");
  }

  @Test
  void canBeReadAgain() {
    Paper paper = Sample.paper(UnLanguage.EN, Sample.comments());

    assertThat(Sample.outline(paper)).isEqualTo(Sample.outline(paper));
  }

  @Test
  void holdsNoMoreThanItsReaderSeesAndSaysSo() {
    List<List<Comment>> histories = Sample.comments().stream().map(List::of).toList();

    Paper own =
        Sample.paper(
            Sample.asked(UnLanguage.EN), Sight.ofDelegation("cl", histories, Optional.empty()));
    Paper sealed = Sample.paper(Sample.asked(UnLanguage.EN), Sight.ofPublic(Optional.empty()));

    assertThat(Sample.outline(own)).contains("Egypt").doesNotContain("Brazil", "China", "general");
    assertThat(own.notices()).contains(ENGLISH.word("reader.own"));
    assertThat(Sample.outline(sealed)).containsExactly("section doc.13", "item 1", "item 36");
    assertThat(sealed.notices()).contains(ENGLISH.word("reader.sealed"));
  }

  @Test
  void saysWhichEditionItShowsAndWhatStandsBesideIt() {
    List<Comment> all = Sample.comments();
    var edition = new Published("first", all.subList(0, 1));

    Paper everyones =
        Sample.paper(Sample.asked(UnLanguage.EN), Sight.ofPublic(Optional.of(edition)));
    Paper egypts =
        Sample.paper(
            Sample.asked(UnLanguage.EN),
            Sight.ofDelegation("eg", all.stream().map(List::of).toList(), Optional.of(edition)));

    assertThat(Sample.outline(everyones)).contains("China").doesNotContain("Egypt");
    assertThat(everyones.notices()).contains(ENGLISH.word("reader.published", "first"));
    assertThat(Sample.outline(egypts)).contains("China", "Egypt").doesNotContain("Brazil");
    assertThat(egypts.notices()).contains(ENGLISH.word("reader.published-own", "first"));
  }

  @Test
  void saysInEveryLanguageThatAnEditionForParticipantsIsNotPublic() {
    List<Comment> all = Sample.comments();
    var edition = new Published("first", all.subList(0, 1), Audience.PARTICIPANTS);
    List<List<Comment>> histories = all.stream().map(List::of).toList();

    for (UnLanguage language : UnLanguage.values()) {
      Words words = Words.in(language);
      Paper participants =
          Sample.paper(Sample.asked(language), Sight.ofPublic(Optional.of(edition)));
      Paper egypts =
          Sample.paper(
              Sample.asked(language), Sight.ofDelegation("eg", histories, Optional.of(edition)));

      assertThat(participants.notices()).contains(words.word("reader.participants", "first"));
      assertThat(egypts.notices()).contains(words.word("reader.participants-own", "first"));
      assertThat(words.word("reader.participants", "first"))
          .contains("first")
          .isNotEqualTo(words.word("reader.published", "first"));
    }
  }

  @Test
  void namesGroupsAndCoSponsorsAsTheyArePrinted() {
    List<Entry> entries = new ArrayList<>();
    for (Part part : Sample.paper(UnLanguage.EN, Sample.comments()).parts()) {
      if (part instanceof Part.Entries shown) {
        shown.each().forEach(entries::add);
      }
    }

    assertThat(entries)
        .filteredOn(entry -> entry.participant().equals("State of Palestine"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.group()).contains("Group of 77 and China"));
    assertThat(entries)
        .filteredOn(entry -> entry.participant().equals("Egypt"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.coSponsors()).containsExactly("Chile");
              assertThat(entry.redline().get()).isPresent();
            });
  }

  @Test
  void showsWhatCameLateAndWhatHasChangedAtItsEnd() {
    var late =
        Sample.comment(
            "9", "cl", "member-state", Optional.of(Sample.ITEM_JJ), Sample.content("en", "late"));

    Paper paper =
        Sample.paper(
            Sample.asked(UnLanguage.EN),
            new Sight("secretariat", Optional.of("first"), List.of(), List.of(late), Set.of()),
            new Notice(
                "1",
                "withdrawn",
                "br",
                Optional.of("doc"),
                Optional.of("doc.13"),
                Optional.of(Sample.ITEM_A),
                Optional.empty()));

    assertThat(Sample.outline(paper))
        .containsExactly(
            "section doc.13",
            "item 1",
            "item 36",
            "late",
            "Chile",
            "Brazil: a comment (Item 1, 13(a)) was withdrawn by its author after it had been"
                + " published.");
  }

  @Test
  void putsCommentsWhereTheirItemWasMergedAndSaysWhatTheyAreOn() {
    Paper paper =
        new Composing(
                Sample.consultation(),
                List.of(Sample.merged(), Sample.items().getLast()),
                List.of(),
                new Sight("secretariat", Optional.empty(), Sample.comments(), List.of(), Set.of()),
                List.of(),
                Sample.order("en"),
                comment -> Optional.empty(),
                Sample.asked(UnLanguage.EN))
            .paper(Sample.DAY);

    assertThat(Sample.outline(paper))
        .containsSubsequence("item 1", "item 36", "Brazil", "China", "Egypt");
    List<Entry> entries = new ArrayList<>();
    for (Part part : paper.parts()) {
      if (part instanceof Part.Entries shown) {
        shown.each().forEach(entries::add);
      }
    }
    assertThat(entries)
        .filteredOn(entry -> entry.comment().recommendation().isPresent())
        .allSatisfy(
            entry ->
                assertThat(entry.lineage())
                    .contains("On Item 1, 13(a), since merged into Item 36, 13(jj)"))
        .hasSize(4);
  }

  @Test
  void tellsThatItShowsAPartAndNotTheRest() {
    var asked =
        new Asked(
            PaperFormat.CSV,
            UnLanguage.EN,
            Order.OURS,
            Optional.empty(),
            Optional.of("br"),
            Optional.of("editorial"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    Paper paper =
        Sample.paper(
            asked,
            new Sight("secretariat", Optional.empty(), Sample.comments(), List.of(), Set.of()));

    assertThat(Sample.outline(paper)).contains("Brazil").doesNotContain("Egypt", "general");
    assertThat(paper.notices()).contains("It shows a part of the compilation: Brazil; Editorial.");
  }

  @Test
  void showsTheCommentsOnOneEntryOfTheDraftAndNothingElse() {
    List<Comment> comments = new ArrayList<>(Sample.comments());
    comments.add(Sample.onEntry("e2", "cn", 2, "on the second"));
    comments.add(Sample.onEntry("e1", "cn", 1, "on the first"));
    var late = Sample.onEntry("l1", "br", 1, "late, on the first");
    var asked = onEntry("2");

    Paper paper =
        Sample.paper(
            asked,
            new Sight("secretariat", Optional.of("first"), comments, List.of(late), Set.of()),
            new Notice(
                "x",
                "withdrawn",
                "br",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Sample.entryId(1))));

    assertThat(paper.parts())
        .hasSize(3)
        .satisfiesExactly(
            part -> assertThat(part).isInstanceOf(Part.Draft.class),
            part ->
                assertThat(part)
                    .isInstanceOfSatisfying(
                        Part.DraftEntry.class,
                        entry -> assertThat(entry.entry().id()).isEqualTo(Sample.entryId(2))),
            part ->
                assertThat(part)
                    .isInstanceOfSatisfying(
                        Part.Entries.class,
                        entries ->
                            assertThat(entries.each())
                                .extracting(each -> each.comment().id())
                                .containsExactly("e2")));
    assertThat(paper.items()).isZero();
    assertThat(paper.notices()).contains("It shows a part of the compilation: Entry 2.");
    assertThat(
            Sample.paper(
                    onEntry("entry 9"),
                    new Sight("secretariat", Optional.empty(), comments, List.of(), Set.of()))
                .parts())
        .isEmpty();
  }

  private static Asked onEntry(String entry) {
    return new Asked(
        PaperFormat.DOCX,
        UnLanguage.EN,
        Order.OURS,
        Optional.empty(),
        Optional.of(entry),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void isAnAdvanceVersionUntilASymbolIsTyped() {
    assertThat(Sample.paper(UnLanguage.EN, List.of()).running())
        .isEqualTo("Advance unedited version");
  }
}
