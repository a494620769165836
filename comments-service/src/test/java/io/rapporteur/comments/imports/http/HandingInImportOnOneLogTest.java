package io.rapporteur.comments.imports.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.BesideResolution;
import io.rapporteur.comments.comment.BesideResolution.Files;
import io.rapporteur.comments.comment.FixedConsultations;
import io.rapporteur.comments.comment.KnownFiles;
import io.rapporteur.comments.comment.Receipt;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.draft.http.DelegationCaller;
import io.rapporteur.comments.imports.ImportOrder;
import io.rapporteur.comments.imports.ImportOutcome;
import io.rapporteur.comments.imports.ImportReport;
import io.rapporteur.comments.imports.Importing;
import io.rapporteur.comments.imports.Parties;
import io.rapporteur.comments.imports.Party;
import io.rapporteur.comments.kafka.Desk;
import io.rapporteur.comments.kafka.DeskOnLog;
import io.rapporteur.comments.kafka.ForwardingSubmissions;
import io.rapporteur.comments.submission.HandingInTogether;
import io.rapporteur.comments.submission.Submission;
import io.rapporteur.comments.table.Agenda;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.comments.table.file.FilledFile;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.topics.Principal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that does not fit into one act, handed in on two instances that share one log. */
class HandingInImportOnOneLogTest {

  private static final Instant NOW = Instant.parse("2021-02-01T12:00:00Z");
  private static final int ROWS = 37;
  private static final int FIT = 10;
  private static final DelegationCaller CALLER =
      new DelegationCaller("eg", "eg", EnumSet.allOf(Duty.class));
  private static final FixedConsultations CONSULTATIONS =
      new FixedConsultations(NOW, NOW.plusSeconds(3600));

  @TempDir Path folder;
  private CatalogueBroker broker;
  private DeskOnLog one;
  private DeskOnLog two;

  @BeforeEach
  void start() throws IOException {
    broker = CatalogueBroker.start(folder.resolve("kafka"));
    one = new DeskOnLog(folder, "one", broker.access(Principal.COMMENTS));
    two = new DeskOnLog(folder, "two", broker.access(Principal.COMMENTS));
    one.start();
    two.start();
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
    broker.close();
  }

  @Test
  void goesOnWithTheNextActAfterADeathBetweenTwo() throws Exception {
    ImportReport report = importRows();
    var killed = new FewFit(one.desk(), 2);
    assertThatThrownBy(() -> handIn(one.desk(), killed, report))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(two.desk().submissions().catchUp()).isTrue();
    Submission halfway =
        two.desk().submissions().of(Optional.of("eg"), "", 10).submissions().getFirst();
    int handedIn = two.desk().submissions().comments(halfway.id()).size();
    assertThat(handedIn).isPositive().isLessThan(ROWS);

    var rest = handIn(two.desk(), new FewFit(two.desk(), Integer.MAX_VALUE), report);
    var again = handIn(one.desk(), new FewFit(one.desk(), Integer.MAX_VALUE), report);

    assertThat(rest.comments()).isEqualTo(ROWS);
    assertThat(rest.acts()).isGreaterThan(3);
    assertThat(rest.left()).isEmpty();
    assertThat(again).isEqualTo(rest);
    assertThat(one.desk().submissions().of(Optional.of("eg"), "", 10).submissions())
        .singleElement()
        .satisfies(
            whole -> {
              assertThat(whole.id()).isEqualTo(rest.submission());
              assertThat(whole.acts()).hasSize(rest.acts());
              assertThat(whole.acts()).allMatch(act -> act.comments() <= FIT);
            });
    List<Revision> comments = one.desk().submissions().comments(rest.submission());
    assertThat(comments).hasSize(ROWS).extracting(Revision::comment).doesNotHaveDuplicates();
    assertThat(comments).extracting(c -> c.content().orElseThrow().text()).doesNotHaveDuplicates();
  }

  private ImportReport importRows() throws Exception {
    var file = new StringBuilder("Kind of comment,Comment\n");
    for (int row = 0; row < ROWS; row++) {
      file.append("Technical,row ").append(row).append('\n');
    }
    var order =
        ImportOrder.of(
            new Act("eg", "eg", "file", NOW, Map.of("act", "import")),
            CALLER.duties(),
            CONSULTATIONS.consultation("k").orElseThrow(),
            new Agenda("k", Map.of("en", "K"), NOW, List.of()),
            Optional.empty(),
            Optional.of(UnLanguage.EN),
            "csv",
            new BesideResolution(CONSULTATIONS, KnownFiles.none(), NOW, Files.JUDGED),
            new Nobody());
    var importing =
        new Importing(
            one.desk().drafts(), one.desk().imports(), () -> UUID.randomUUID().toString());
    ImportOutcome outcome =
        importing.take(
            order, FilledFile.read(file.toString().getBytes(StandardCharsets.UTF_8)).reading());
    assertThat(outcome).isInstanceOf(ImportOutcome.Done.class);
    assertThat(two.desk().drafts().catchUp()).isTrue();
    return ((ImportOutcome.Done) outcome).report();
  }

  private static ImportSubmissionResource.View handIn(
      Desk desk, FewFit submissions, ImportReport report) {
    var together =
        new HandingInTogether(
            submissions,
            desk.drafts(),
            CONSULTATIONS,
            (act, id) -> new Receipt("code", "nonce", "digest", "jws"),
            () -> UUID.randomUUID().toString());
    var imported =
        new ImportedDrafts(
            desk.imports(), desk.drafts(), desk.comments(), CONSULTATIONS, KnownFiles.none());
    return new HandingInImport(
            together, imported, desk.drafts(), () -> UUID.randomUUID().toString())
        .handIn(
            CALLER,
            "key",
            NOW,
            report,
            CONSULTATIONS.consultation("k").orElseThrow(),
            new Author("eg", "MEMBER_STATE", Optional.empty()));
  }

  private static final class Nobody implements Parties {

    @Override
    public List<Party> participants() {
      return List.of();
    }

    @Override
    public List<Party> groups() {
      return List.of();
    }
  }

  /** Few comments fit into one act, and the instance dies after so many acts. */
  private static final class FewFit extends ForwardingSubmissions {

    private int acts;

    FewFit(Desk desk, int acts) {
      forwardTo(desk.submissions());
      this.acts = acts;
    }

    @Override
    public boolean fits(Together together) {
      return together.comments().size() <= FIT;
    }

    @Override
    public void append(Together together) {
      if (acts-- == 0) {
        throw new OutcomeUnknownException("killed");
      }
      super.append(together);
    }
  }
}
