package io.rapporteur.comments.imports;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Beside;
import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.Draft.Said;
import io.rapporteur.comments.draft.Draft.Save;
import io.rapporteur.comments.draft.Draft.Standing;
import io.rapporteur.comments.draft.DraftContent;
import io.rapporteur.comments.draft.RememberedDrafts;
import io.rapporteur.comments.draft.Stage;
import io.rapporteur.comments.table.Column;
import io.rapporteur.comments.table.FilledRow;
import io.rapporteur.comments.table.Layout;
import io.rapporteur.comments.table.Reading;
import io.rapporteur.comments.table.Template;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.comments.table.file.FilledFile;
import io.rapporteur.comments.table.file.TableFormat;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.http.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportingTest {

  private static final String HEADER =
      "No.,Reference,Kind of comment,Position,Comment,Language of the comment,Proposed text\n";

  private final RememberedDrafts drafts = new RememberedDrafts();
  private final RememberedImports imports = new RememberedImports();
  private final AtomicInteger saves = new AtomicInteger();
  private final Importing importing =
      new Importing(drafts, imports, () -> "save-" + saves.incrementAndGet());

  @Test
  void makesADraftOfEachGoodRowAndTellsOfTheOthers() throws Exception {
    List<ReportLine> report =
        importing(
            "k1",
            ",13(a),Technical,Support,one,,\n"
                + "36,,Editorial,,two,ar,\n"
                + ",13(zzz),Technical,,three,,\n"
                + ",13(ي),Technical,,four,,\n"
                + ",13(b),Sometimes,,five,,\n"
                + ",14(xx),Technical,,six,,\n"
                + ",13(c),,,,,Replace it\n");

    assertThat(report)
        .extracting(ReportLine::row, ReportLine::state)
        .containsExactly(
            tuple(2, RowState.NEW),
            tuple(3, RowState.NEW),
            tuple(4, RowState.FAULTY),
            tuple(5, RowState.FAULTY),
            tuple(6, RowState.FAULTY),
            tuple(7, RowState.FAULTY),
            tuple(8, RowState.NEW));
    assertThat(report.get(2).notes()).extracting(Fault::type).containsExactly("unknown-reference");
    assertThat(report.get(3).notes())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("B5");
              assertThat(fault.type()).isEqualTo("ambiguous-reference");
              assertThat(fault.candidates()).hasSize(2);
            });
    assertThat(report.get(6).notes()).extracting(Fault::field).containsExactly("C8", "E8");
    Draft second = draft(report.get(1));
    assertThat(second.said().resolved().orElseThrow().recommendation())
        .contains(Stocktaking.id(36));
    assertThat(second.said().resolved().orElseThrow().recommendationVersion()).contains(2);
    assertThat(second.said().content().language()).contains("ar");
    assertThat(second.said().ministry()).contains("Justice");
    assertThat(second.origin().row()).contains(3);
    assertThat(draft(report.getFirst()).said().content().position()).isEqualTo(Position.SUPPORT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Entry 2", "entry-2", "ccpcj-eg4-stocktaking.entry-2"})
  void takesNoRowOnAnEntryOfADraftForOneOnSomethingElse(String reference) throws Exception {
    List<ReportLine> report = importing("k1", "," + reference + ",Technical,,one,,\n");

    assertThat(report)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.state()).isEqualTo(RowState.FAULTY);
              assertThat(line.notes()).extracting(Fault::type).containsExactly("unknown-reference");
            });
  }

  @Test
  void makesACommentOnEachItemThatARowNames() throws Exception {
    List<ReportLine> report =
        importing("k1", ",\"13(a)-(d), (jj)\",Technical,,one,,\n\"36, 38-40\",,Technical,,two,,\n");

    assertThat(report).hasSize(9).allMatch(line -> line.state() == RowState.NEW);
    assertThat(report.subList(0, 5))
        .extracting(ReportLine::on)
        .containsExactly("13(a)", "13(b)", "13(c)", "13(d)", "13(jj)");
    assertThat(report.subList(5, 9)).extracting(ReportLine::row).containsOnly(3);
    assertThat(report.get(6).on()).isEqualTo("13(ll)");
  }

  @ParameterizedTest
  @CsvSource({
    "'13', section unodc-ccpcj-eg.4-2020-2.13",
    "'Heading of 14', section unodc-ccpcj-eg.4-2020-2.14",
    "'UNODC/CCPCJ/EG.4/2020/2', document unodc-ccpcj-eg.4-2020-2",
    "'General comments', whole",
    "'تعليقات عامة', whole",
    "'', whole",
    "'unodc-ccpcj-eg.4-2020-2.13.jj', recommendation unodc-ccpcj-eg.4-2020-2.13.jj"
  })
  void takesSectionsDocumentsAndTheWhole(String reference, String meant) throws Exception {
    List<ReportLine> report = importing("k1", "," + reference + ",Technical,,text,,\n");

    assertThat(report).singleElement().satisfies(line -> assertThat(line.draft()).isPresent());
    assertThat(RowIdentity.key(draft(report.getFirst()).said().named())).isEqualTo(meant);
  }

  @Test
  void refusesANumberBesideAReferenceToSomethingElseAndWhatWasWithdrawn() throws Exception {
    List<ReportLine> report =
        importing(
            "k1",
            "36,13(a),Technical,,one,,\n"
                + "36,13(jj),Technical,,two,,\n"
                + "117,,Technical,,three,,\n"
                + ",14(xx),Technical,,four,,\n");

    assertThat(report)
        .extracting(ReportLine::state)
        .containsExactly(RowState.FAULTY, RowState.NEW, RowState.FAULTY, RowState.FAULTY);
  }

  @Test
  void changesOnlyWhatDiffersWhenAFileComesAgain() throws Exception {
    String first = ",13(a),Technical,,one,,\n,13(b),Technical,,two,,\n,13(c),Technical,,three,,\n";
    List<ReportLine> before = importing("k1", first);
    int savesBefore = drafts.log.size();

    List<ReportLine> again = importing("k2", first);
    List<ReportLine> changed =
        importing(
            "k3", ",13(d),Technical,,new,,\n,13(b),Technical,,two,,\n,13(a),Technical,,ONE,,\n");

    assertThat(again).extracting(ReportLine::state).containsOnly(RowState.UNCHANGED);
    assertThat(changed)
        .extracting(ReportLine::on, ReportLine::state, line -> line.version().orElse(0))
        .containsExactly(
            tuple("13(d)", RowState.NEW, 1),
            tuple("13(b)", RowState.UNCHANGED, 1),
            tuple("13(a)", RowState.CHANGED, 2),
            tuple("13(c)", RowState.GONE, 1));
    assertThat(changed.get(2).draft()).isEqualTo(before.getFirst().draft());
    assertThat(drafts.log).hasSize(savesBefore + 2);
    assertThat(draft(before.get(2)).standing().stage()).isEqualTo(Stage.DRAFTING);
  }

  @Test
  void knowsSeveralCommentsOnOneItemApartWhereverTheyStand() throws Exception {
    List<ReportLine> before = importing("k1", ",13(a),Technical,,one,,\n,13(a),Technical,,two,,\n");

    List<ReportLine> after =
        importing(
            "k2", ",13(a),Technical,,zero,,\n,13(a),Technical,,two,,\n,13(a),Technical,,one,,\n");

    assertThat(after)
        .extracting(ReportLine::state)
        .containsExactly(RowState.NEW, RowState.UNCHANGED, RowState.UNCHANGED);
    assertThat(after.get(1).draft()).isEqualTo(before.get(1).draft());
  }

  @Test
  void takesARowOnceThatStandsTwice() throws Exception {
    List<ReportLine> report =
        importing("k1", ",13(a),Technical,,one,,\n1,,Technical,,one,,\n,13(a),Technical,,two,,\n");

    assertThat(report)
        .extracting(ReportLine::state)
        .containsExactly(RowState.NEW, RowState.DUPLICATE, RowState.NEW);
    assertThat(report.get(1).notes().getFirst().message()).contains("the same as row 2");
  }

  @Test
  void keepsWhatWasChangedAtTheDeskUnlessTheFileBringsSomethingNew() throws Exception {
    String file = ",13(a),Technical,,one,,\n";
    ReportLine first = importing("k1", file).getFirst();
    Draft standing = draft(first);
    drafts.append(List.of(standing.saying(saying(standing, "by hand"), save("desk"))));

    List<ReportLine> same = importing("k2", file);
    List<ReportLine> other = importing("k3", ",13(a),Technical,,one and more,,\n");

    assertThat(same).extracting(ReportLine::state).containsExactly(RowState.KEPT);
    assertThat(other).extracting(ReportLine::state).containsExactly(RowState.CHANGED);
    assertThat(draft(first).version()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"SUBMITTED", "MERGED"})
  void leavesADraftAloneThatIsOutOfItsHands(Stage stage) throws Exception {
    ReportLine first = importing("k1", ",13(a),Technical,,one,,\n").getFirst();
    move(first, stage);

    List<ReportLine> same = importing("k2", ",13(a),Technical,,one,,\n");
    List<ReportLine> other = importing("k3", ",13(a),Technical,,another,,\n");

    assertThat(same).extracting(ReportLine::state).containsExactly(RowState.UNCHANGED);
    assertThat(other).extracting(ReportLine::state).containsExactly(RowState.CLOSED);
    assertThat(draft(first).version()).isEqualTo(2);
  }

  @Test
  void beginsANewDraftWhereTheOldOneWasDiscarded() throws Exception {
    ReportLine first = importing("k1", ",13(a),Technical,,one,,\n").getFirst();
    move(first, Stage.DISCARDED);

    List<ReportLine> other = importing("k2", ",13(a),Technical,,another,,\n");

    assertThat(other).extracting(ReportLine::state).containsExactly(RowState.NEW);
    assertThat(other.getFirst().draft()).isNotEqualTo(first.draft());
  }

  @Test
  void lacksTheDutyToRewriteWhatIsInReview() throws Exception {
    ReportLine first = importing("k1", ",13(a),Technical,,one,,\n").getFirst();
    move(first, Stage.IN_REVIEW);

    ImportOrder expert =
        Stocktaking.order("k2", 2, EnumSet.of(Duty.EXPERT), Optional.of("Justice"));
    List<ReportLine> report = lines(expert, reading(",13(a),Technical,,another,,\n"));

    assertThat(report).extracting(ReportLine::state).containsExactly(RowState.CLOSED);
  }

  @Test
  void keepsTheDraftsOfTwoMinistriesApart() throws Exception {
    List<ReportLine> justice = importing("k1", ",13(a),Technical,,one,,\n");
    ImportOrder order =
        Stocktaking.order("k2", 2, EnumSet.allOf(Duty.class), Optional.of("Interior"));
    List<ReportLine> interior = lines(order, reading(",13(a),Technical,,two,,\n"));

    assertThat(interior).extracting(ReportLine::state).containsExactly(RowState.NEW);
    assertThat(interior.getFirst().draft()).isNotEqualTo(justice.getFirst().draft());
  }

  @Test
  void answersARetryWithTheFirstReportAndRefusesAnotherFileUnderTheKey() throws Exception {
    importing("k1", ",13(a),Technical,,one,,\n");
    int savesBefore = drafts.log.size();

    List<ReportLine> again = importing("k1", ",13(a),Technical,,one,,\n");
    ImportOutcome other =
        importing.take(Stocktaking.order("k1", "another"), reading(",13(b),Technical,,two,,\n"));

    assertThat(again).extracting(ReportLine::state).containsExactly(RowState.NEW);
    assertThat(other).isEqualTo(new ImportOutcome.KeyReused());
    assertThat(drafts.log).hasSize(savesBefore);
  }

  @Test
  void completesWhatAnInterruptionLeftOut() throws Exception {
    String file = ",13(a),Technical,,one,,\n,13(b),Technical,,two,,\n";
    importing("k0", ",13(b),Technical,,before,,\n");
    List<ReportLine> first = importing("k1", file);
    imports.forget(Stocktaking.order("k1", file).id());

    List<ReportLine> again = importing("k1", file);

    assertThat(again).isEqualTo(first);
    assertThat(again).extracting(ReportLine::state).containsExactly(RowState.NEW, RowState.CHANGED);
  }

  @Test
  void tellsOfADraftThatSomeoneElseSavedAtTheSameMoment() throws Exception {
    ReportLine first = importing("k1", ",13(a),Technical,,one,,\n").getFirst();
    Draft standing = draft(first);
    drafts.meanwhile =
        () -> drafts.append(List.of(standing.saying(saying(standing, "quicker"), save("desk"))));

    List<ReportLine> report = importing("k2", ",13(a),Technical,,two,,\n");

    assertThat(report).extracting(ReportLine::state).containsExactly(RowState.CONFLICT);
    assertThat(draft(first).said().content().text()).contains("quicker");
  }

  @ParameterizedTest
  @EnumSource
  void findsItsDraftsAgainInATableThatWasExported(TableFormat format) throws Exception {
    List<ReportLine> before =
        importing(
            "k1",
            ",13(a),Technical,Support,one,,\n,,Editorial,,on all of it,,\n,13,,,on a section,fr,\n"
                + ",13(b),Technical,,=two,,\"a, \"\"b\"\"\"\n");
    Draft begun = draft(before.getFirst());
    byte[] table = exported(format);
    drafts.append(List.of(begun.saying(saying(begun, "changed since"), save("desk"))));

    List<ReportLine> unchanged =
        lines(Stocktaking.order("k2", 2), FilledFile.read(table).reading());
    List<ReportLine> newer =
        lines(Stocktaking.order("k3", 3), FilledFile.read(exported(format)).reading());

    assertThat(unchanged)
        .extracting(line -> line.draft().orElse(""), ReportLine::state)
        .containsExactlyInAnyOrder(
            tuple(before.get(0).draft().orElse(""), RowState.CONFLICT),
            tuple(before.get(1).draft().orElse(""), RowState.UNCHANGED),
            tuple(before.get(2).draft().orElse(""), RowState.UNCHANGED),
            tuple(before.get(3).draft().orElse(""), RowState.UNCHANGED));
    assertThat(newer).extracting(ReportLine::state).containsOnly(RowState.UNCHANGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "g77,cl; ng,file-1; file-2",
        "Group of 77 and China,Chile; NIGERIA,\"file-1, file-2\"",
        "المجموعة,\"شيلي، نيجيريا\",file-1؛ file-2",
        "group  of 77 and china,\"Republic of Chile, Nigeria\",\"file-1\nfile-2\""
      })
  void takesParticipantsAndGroupsByCodeOrByNameAndFilesById(String cells) throws Exception {
    List<ReportLine> report = besides("k1", "13(a),one," + cells + "\n");

    assertThat(report).extracting(ReportLine::state).containsExactly(RowState.NEW);
    assertThat(draft(report.getFirst()).said().content().beside())
        .isEqualTo(
            new Beside(Optional.of("g77"), List.of("cl", "ng"), List.of("file-1", "file-2")));
  }

  @Test
  void partsAtACommaOnlyWhereNoNameHasOne() throws Exception {
    List<ReportLine> report =
        besides("k1", "13(a),one,,\"Iran, Islamic Republic of; Chile, Nigeria\",\n");

    assertThat(draft(report.getFirst()).said().content().beside().coSponsors())
        .containsExactly("ir", "cl", "ng");
  }

  @Test
  void namesEveryFaultOfTheCellsBesideACommentAtOnce() throws Exception {
    List<ReportLine> report =
        besides("k1", "13(a),one,eu,Atlantis; eg; Deux,gone; file-3\n13(b),two,,cl,\n");

    assertThat(report).extracting(ReportLine::state).containsExactly(RowState.FAULTY, RowState.NEW);
    assertThat(report.getFirst().notes())
        .extracting(Fault::field, Fault::type)
        .containsExactlyInAnyOrder(
            tuple("C2", "no-right-to-speak"),
            tuple("D2", "not-a-participant"),
            tuple("D2", "invalid-request"),
            tuple("D2", "ambiguous-reference"),
            tuple("E2", "unknown-reference"),
            tuple("E2", "invalid-request"));
    assertThat(report.getFirst().notes())
        .extracting(Fault::message)
        .allMatch(m -> m.startsWith("C2: ") || m.startsWith("D2: ") || m.startsWith("E2: "));
  }

  @Test
  void leavesWhatTheTableHasNoColumnForAndTakesAwayWhatACellLeavesEmpty() throws Exception {
    ReportLine first = besides("k1", "13(a),one,g77,cl,file-1\n").getFirst();

    List<ReportLine> without = importing("k2", ",13(a),Technical,,one,,\n");
    Beside kept = draft(first).said().content().beside();
    List<ReportLine> changed = importing("k3", ",13(a),Technical,,other,,\n");
    Beside keptAgain = draft(first).said().content().beside();
    List<ReportLine> emptied = besides("k4", "13(a),other,,cl,\n");

    assertThat(without).extracting(ReportLine::state).containsExactly(RowState.CHANGED);
    assertThat(changed).extracting(ReportLine::state).containsExactly(RowState.CHANGED);
    assertThat(kept).isEqualTo(keptAgain);
    assertThat(kept.coSponsors()).containsExactly("cl");
    assertThat(emptied).extracting(ReportLine::state).containsExactly(RowState.CHANGED);
    assertThat(draft(first).said().content().beside())
        .isEqualTo(new Beside(Optional.empty(), List.of("cl"), List.of()));
  }

  @Test
  void takesATranslationThatTheSecretariatAddedForNobodysOwn() throws Exception {
    String mine = "{\"language\":\"fr\",\"text\":\"un\",\"author\":\"eg\"}";
    String others =
        "{\"language\":\"ru\",\"text\":\"x\",\"author\":\"secretariat\",\"bySecretariat\":true}";

    List<ReportLine> report =
        lines(
            Stocktaking.order("k1", 3),
            FilledFile.read(
                    ("Reference,Kind of comment,Comment,Language of the comment,Courtesy"
                            + " translations\n"
                            + translated("13(a)", mine + "," + others)
                            + translated("13(b)", others)
                            + translated("13(c)", "{\"language\":\"fr\"}"))
                        .getBytes(StandardCharsets.UTF_8))
                .reading());

    assertThat(report)
        .extracting(ReportLine::state)
        .containsExactly(RowState.NEW, RowState.NEW, RowState.FAULTY);
    assertThat(draft(report.get(0)).said().content().translations())
        .extracting(each -> each.author())
        .containsExactly("eg");
    assertThat(draft(report.get(1)).said().content().translations()).isEmpty();
  }

  private static String translated(String item, String translations) {
    return item + ",Technical,one,en,\"[" + translations.replace("\"", "\"\"") + "]\"\n";
  }

  @ParameterizedTest
  @EnumSource
  void findsWhatStandsBesideAgainInATableThatWasExported(TableFormat format) throws Exception {
    besides("k1", "13(a),one,g77,cl; ng,file-1\n13(b),two,,,\n");
    List<Draft> before = drafts.of("eg", draft -> true, "", 10).drafts();
    Draft joint =
        before.stream()
            .filter(draft -> !draft.said().content().beside().equals(Beside.NOTHING))
            .findFirst()
            .orElseThrow();
    FilledRow row = new ExportedRows(Stocktaking.agenda()).row(joint);
    assertThat(row.further())
        .containsEntry(Column.ON_BEHALF_OF, "g77")
        .containsEntry(Column.CO_SPONSORS, "cl; ng")
        .containsEntry(Column.ATTACHMENTS, "file-1");

    List<ReportLine> again =
        lines(Stocktaking.order("k2", 2), FilledFile.read(exported(format)).reading());

    assertThat(again).extracting(ReportLine::state).containsOnly(RowState.UNCHANGED).hasSize(2);
    assertThat(drafts.of("eg", draft -> true, "", 10).drafts()).isEqualTo(before);
  }

  @Test
  void keepsATextThatTurnsItsDirectionAndSaysSo() throws Exception {
    List<ReportLine> report = importing("k1", ",13(a),Technical,,one \u202Etwo\u202C,,\n");

    assertThat(report).extracting(ReportLine::state).containsExactly(RowState.NEW);
    assertThat(report.getFirst().notes())
        .singleElement()
        .extracting(Fault::message)
        .asString()
        .startsWith("E2: [U+202E] [U+202C] (expected: ");
    assertThat(draft(report.getFirst()).said().content().text()).contains("one \u202Etwo\u202C");
  }

  private List<ReportLine> besides(String key, String rows) throws Exception {
    String header = "Reference,Comment,On behalf of,Co-sponsors invited,Attachments\n";
    return lines(
        Stocktaking.order(key, rows),
        FilledFile.read((header + rows).getBytes(StandardCharsets.UTF_8)).reading());
  }

  @Test
  void takesFiveThousandRowsOfWhichTenAreBad() throws Exception {
    var file = new StringBuilder();
    for (int n = 0; n < 5_000; n++) {
      boolean bad = n % 500 == 250;
      file.append(n % 116 + 1).append(",,Technical,");
      file.append(bad ? "Perhaps" : "").append(",comment ").append(n).append(",,\n");
    }

    List<ReportLine> first = importing("k1", file.toString());
    List<ReportLine> again = importing("k2", file.toString());

    assertThat(states(first)).isEqualTo(Map.of(RowState.NEW, 4_990L, RowState.FAULTY, 10L));
    assertThat(states(again)).isEqualTo(Map.of(RowState.UNCHANGED, 4_990L, RowState.FAULTY, 10L));
    assertThat(drafts.log).hasSize(4_990);
  }

  private static Map<RowState, Long> states(List<ReportLine> lines) {
    return lines.stream().collect(groupingBy(ReportLine::state, counting()));
  }

  private byte[] exported(TableFormat format) {
    var rows = new ExportedRows(Stocktaking.agenda());
    List<FilledRow> exported =
        drafts.of("eg", draft -> true, "", 1_000).drafts().stream().map(rows::row).toList();
    Template template = Template.of(Stocktaking.agenda(), UnLanguage.AR);
    return format.write(template, exported, Layout.ISO);
  }

  private List<ReportLine> importing(String key, String rows) throws Exception {
    return lines(Stocktaking.order(key, rows), reading(rows));
  }

  private List<ReportLine> lines(ImportOrder order, Reading reading) {
    assertThat(importing.take(order, reading)).isInstanceOf(ImportOutcome.Done.class);
    return imports.lines(order.id(), 0, 10_000);
  }

  private static Reading reading(String rows) throws Exception {
    return FilledFile.read((HEADER + rows).getBytes(StandardCharsets.UTF_8)).reading();
  }

  private Draft draft(ReportLine line) {
    return drafts.current(line.draft().orElseThrow()).orElseThrow();
  }

  private void move(ReportLine line, Stage stage) {
    Draft standing = draft(line);
    drafts.append(
        List.of(
            standing.standing(
                new Standing(stage, Optional.empty(), Optional.empty(), Optional.empty()),
                save("desk"))));
  }

  private static Said saying(Draft draft, String text) {
    DraftContent content = draft.said().content();
    return new Said(
        draft.said().consultation(),
        draft.said().named(),
        draft.said().resolved(),
        new DraftContent(
            Optional.of(Kind.TECHNICAL),
            content.position(),
            Optional.of(text),
            content.language(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Beside.NOTHING),
        draft.said().ministry());
  }

  private Save save(String key) {
    return Save.of(
        new Act("eg", "eg", key, Instant.EPOCH, Map.of("act", "rewrite")),
        "save-" + saves.incrementAndGet());
  }
}
