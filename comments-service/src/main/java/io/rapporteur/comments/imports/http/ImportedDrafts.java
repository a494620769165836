package io.rapporteur.comments.imports.http;

import io.rapporteur.comments.comment.Attachments;
import io.rapporteur.comments.comment.BesideResolution;
import io.rapporteur.comments.comment.BesideResolution.Files;
import io.rapporteur.comments.comment.Comments;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.Drafts;
import io.rapporteur.comments.draft.Stage;
import io.rapporteur.comments.draft.http.Completeness;
import io.rapporteur.comments.imports.ImportReport;
import io.rapporteur.comments.imports.Imports;
import io.rapporteur.comments.imports.ReportLine;
import io.rapporteur.comments.imports.RowState;
import io.rapporteur.comments.submission.Line;
import io.rapporteur.comments.submission.Plan;
import io.rapporteur.comments.submission.http.ReadyLine;
import io.rapporteur.schemas.http.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The drafts that the rows of an import are, as they stand now. Stateless. */
public final class ImportedDrafts {

  private static final int READ_AT_ONCE = 1_000;

  /** A row of another state has no draft, or one that says something else. */
  private static final Set<RowState> SAY_THE_SAME =
      EnumSet.of(RowState.NEW, RowState.CHANGED, RowState.UNCHANGED, RowState.KEPT);

  private final Imports imports;
  private final Drafts drafts;
  private final Comments comments;
  private final Consultations consultations;
  private final Attachments attachments;

  /** Puts it together. */
  public ImportedDrafts(
      Imports imports,
      Drafts drafts,
      Comments comments,
      Consultations consultations,
      Attachments attachments) {
    this.imports = imports;
    this.drafts = drafts;
    this.comments = comments;
    this.consultations = consultations;
    this.attachments = attachments;
  }

  /**
   * What of an import can be handed in.
   *
   * @param good complete, released or to be released, and not handed in before
   * @param left why the others cannot
   */
  record Ready(List<Draft> good, List<Fault> left) {}

  /** Ids of the drafts, in the order of the rows. */
  List<String> of(ImportReport report) {
    Set<String> ids = new LinkedHashSet<>();
    for (int from = 0; from < report.lines(); from += READ_AT_ONCE) {
      for (ReportLine line : imports.lines(report.id(), from, READ_AT_ONCE)) {
        if (SAY_THE_SAME.contains(line.state())) {
          line.draft().ifPresent(ids::add);
        }
      }
    }
    return List.copyOf(ids);
  }

  /** How many of them stand at each stage. */
  Map<String, Integer> stages(ImportReport report) {
    Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
    for (String id : of(report)) {
      drafts
          .current(id)
          .ifPresent(draft -> counts.merge(draft.standing().stage(), 1, Integer::sum));
    }
    Map<String, Integer> stages = new TreeMap<>();
    counts.forEach((stage, count) -> stages.put(stage.word(), count));
    return stages;
  }

  /** Looks at each of them, as of an instant. */
  Ready ready(ImportReport report, Consultation consultation, Instant at) {
    BesideResolution besides = besides(at, Files.STANDING);
    List<Draft> good = new ArrayList<>();
    List<Fault> left = new ArrayList<>();
    for (String id : of(report)) {
      String path = "drafts[" + id + "]";
      Optional<Draft> draft = drafts.current(id);
      if (draft.isEmpty() || comments.comment(Line.ofDraft(id)).isPresent()) {
        continue;
      }
      Stage stage = draft.get().standing().stage();
      List<Fault> faults = Completeness.of(draft.get(), consultation, besides).faults();
      if (!stage.live()) {
        left.add(Fault.of(path, stage.word(), "a draft that is still worked on"));
      } else if (faults.isEmpty()) {
        good.add(draft.get());
      } else {
        faults.forEach(fault -> left.add(fault.within(path + ".")));
      }
    }
    return new Ready(good, left);
  }

  /** The lines of a plan that an earlier try made, at the versions that it names. */
  List<Line> planned(Plan plan, Consultation consultation) {
    return lines(
        plan.drafts().stream()
            .map(planned -> drafts.version(planned.draft(), planned.number()))
            .flatMap(Optional::stream)
            .toList(),
        consultation,
        besides(plan.receivedAt(), Files.ANY));
  }

  /** Drafts as they are handed in at an instant; without those that are not complete. */
  List<Line> lines(List<Draft> complete, Consultation consultation, Instant at) {
    return lines(complete, consultation, besides(at, Files.STANDING));
  }

  private static List<Line> lines(
      List<Draft> some, Consultation consultation, BesideResolution besides) {
    return some.stream()
        .map(draft -> ReadyLine.of(draft, Completeness.of(draft, consultation, besides)))
        .flatMap(Optional::stream)
        .toList();
  }

  private BesideResolution besides(Instant at, Files files) {
    return new BesideResolution(consultations, attachments, at, files);
  }
}
