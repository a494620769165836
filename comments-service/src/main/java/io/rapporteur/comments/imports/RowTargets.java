package io.rapporteur.comments.imports;

import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Consultation.Item;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.table.Agenda;
import io.rapporteur.comments.table.Column;
import io.rapporteur.comments.table.FilledRow;
import io.rapporteur.comments.table.Places;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.reference.EntryReference;
import io.rapporteur.schemas.reference.ReferenceExpressions;
import io.rapporteur.schemas.reference.ReferenceExpressions.Fragment;
import io.rapporteur.schemas.reference.References;
import io.rapporteur.schemas.reference.References.Referable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a row is on: its hidden id first, then its running number, then its reference, which may
 * name several items, then the heading it stands under; a row without any is on the whole. What
 * fits nothing or more than one thing is a fault with the candidates, never a guess; so is a number
 * beside a reference to something else. Immutable.
 */
final class RowTargets {

  private final Consultation consultation;
  private final List<Referable> referables;
  private final Map<Integer, String> byNumber = new HashMap<>();
  private final Map<String, Item> byId = new LinkedHashMap<>();
  private final Headings headings;

  RowTargets(Consultation consultation, Agenda agenda) {
    this.consultation = consultation;
    this.referables = consultation.items().stream().map(RowTargets::referable).toList();
    this.headings = new Headings(consultation, agenda);
    consultation.items().forEach(item -> byId.put(item.id(), item));
    agenda.items().forEach(item -> byNumber.put(item.number(), item.id()));
  }

  /**
   * The targets of a row, at least one if there is no fault.
   *
   * @param faults are added to
   */
  List<Target> of(FilledRow row, Places places, List<Fault> faults) {
    if (row.id().isPresent()) {
      return id(row.id().get(), row, places, faults);
    }
    if (row.number().isPresent()) {
      return number(row.number().get(), row, places, faults);
    }
    if (row.reference().isPresent()) {
      return reference(row.reference().get(), row, places, faults);
    }
    Optional<String> section = row.further(Column.SECTION);
    return section.isPresent()
        ? section(section.get(), row, places, faults)
        : List.of(Headings.whole());
  }

  private List<Target> id(String id, FilledRow row, Places places, List<Fault> faults) {
    Item item = byId.get(id);
    if (item != null) {
      return items(List.of(id), Column.ID, row, places, faults);
    }
    if (EntryReference.number(id) > 0) {
      faults.add(
          Fault.of(
              ProblemType.UNKNOWN_REFERENCE,
              places.cell(Column.ID, row.row()),
              id,
              "an item, a section or a document; entries of a draft have no rows",
              List.of()));
      return List.of();
    }
    return headings
        .section(id)
        .map(List::of)
        .orElseGet(() -> reference(id, Column.ID, row, places, faults));
  }

  private List<Target> number(String text, FilledRow row, Places places, List<Fault> faults) {
    String cell = places.cell(Column.NUMBER, row.row());
    List<String> ids = new ArrayList<>();
    Optional<List<Integer>> numbers = NumberList.read(text);
    for (int number : numbers.orElse(List.of())) {
      Optional.ofNullable(byNumber.get(number)).ifPresent(ids::add);
    }
    if (numbers.isEmpty() || ids.size() < numbers.get().size()) {
      faults.add(
          Fault.of(
              ProblemType.UNKNOWN_REFERENCE,
              cell,
              text,
              "running numbers of items that stand, such as 36 or 36, 38-40",
              List.of()));
      return List.of();
    }
    if (row.reference().isPresent()
        && ReferenceExpressions.read(row.reference().get(), referables, "")
            instanceof ReferenceExpressions.Items(List<String> meant)
        && !Set.copyOf(meant).equals(Set.copyOf(ids))) {
      faults.add(
          Fault.of(
              ProblemType.AMBIGUOUS_REFERENCE,
              cell,
              text,
              "the number of what the reference beside it means",
              meant));
      return List.of();
    }
    return items(ids, Column.NUMBER, row, places, faults);
  }

  private List<Target> reference(String text, FilledRow row, Places places, List<Fault> faults) {
    return reference(text, Column.REFERENCE, row, places, faults);
  }

  /** Tables of others part a reference in two: the paragraph, and the place in it. */
  private List<Target> reference(
      String text, Column column, FilledRow row, Places places, List<Fault> faults) {
    var read = ReferenceExpressions.read(text, referables, "");
    if (read instanceof ReferenceExpressions.Items(List<String> ids)) {
      return items(ids, column, row, places, faults);
    }
    if (row.further(Column.PLACE).isPresent()
        && ReferenceExpressions.read(text + row.further(Column.PLACE).get(), referables, "")
            instanceof ReferenceExpressions.Items(List<String> ids)) {
      return items(ids, column, row, places, faults);
    }
    Optional<Target> other = headings.meant(text);
    if (other.isPresent()) {
      return List.of(other.get());
    }
    if (read instanceof ReferenceExpressions.Unclear(List<Fragment> fragments)) {
      String cell = places.cell(column, row.row());
      fragments.forEach(fragment -> faults.add(fault(cell, fragment)));
    }
    return List.of();
  }

  private List<Target> section(String text, FilledRow row, Places places, List<Fault> faults) {
    Optional<Target> meant = headings.meant(text);
    if (meant.isEmpty()) {
      faults.add(
          Fault.of(
              headings.several(text)
                  ? ProblemType.AMBIGUOUS_REFERENCE
                  : ProblemType.UNKNOWN_REFERENCE,
              places.cell(Column.SECTION, row.row()),
              text,
              "a heading of the report, or a reference beside it",
              headings.candidates(text)));
    }
    return meant.stream().toList();
  }

  private List<Target> items(
      List<String> ids, Column column, FilledRow row, Places places, List<Fault> faults) {
    List<Target> targets = new ArrayList<>();
    for (String id : ids) {
      Item item = byId.get(id);
      if (item == null || !item.standing()) {
        faults.add(
            Fault.of(
                places.cell(column, row.row()),
                id,
                "one that stands; this one was withdrawn or merged"));
      } else if (row.version().filter(version -> version > item.version()).isPresent()) {
        faults.add(
            Fault.of(
                places.cell(Column.VERSION, row.row()),
                row.version().map(String::valueOf).orElse(""),
                "a version that was published, at most " + item.version()));
      } else {
        targets.add(
            new Target(
                Optional.of(item.document()),
                Optional.of(item.section()),
                Optional.of(id),
                row.version()));
      }
    }
    return targets;
  }

  /** The same target with the version that it means now. */
  Target resolved(Target target) {
    return new Target(
        target.document(),
        target.section(),
        target.recommendation(),
        target
            .recommendationVersion()
            .or(() -> target.recommendation().map(byId::get).map(Item::version)));
  }

  /** What a target is called by people. */
  String shown(Target target) {
    return target
        .recommendation()
        .map(byId::get)
        .map(item -> several() ? referable(item).shownWithDocument() : referable(item).shown())
        .or(target::section)
        .or(target::document)
        .orElse(consultation.id());
  }

  private boolean several() {
    return consultation.documents().size() > 1;
  }

  private static Fault fault(String cell, Fragment fragment) {
    if (fragment.resolution() instanceof References.Ambiguous(var candidates)) {
      return Fault.of(
          ProblemType.AMBIGUOUS_REFERENCE,
          cell,
          fragment.written(),
          "a reference that fits one item, such as " + candidates.getFirst().shown(),
          candidates.stream().map(c -> c.id() + " " + c.shown()).toList());
    }
    String missing =
        fragment.missing().isEmpty() ? "" : ", of which there is no " + fragment.missing();
    return Fault.of(
        ProblemType.UNKNOWN_REFERENCE,
        cell,
        fragment.written() + missing,
        "an id, or references such as 13(jj) or 13(a)-(d), (jj)",
        List.of());
  }

  private static Referable referable(Item item) {
    return new Referable(
        item.id(),
        item.document(),
        item.symbol(),
        item.shortName(),
        item.paragraph(),
        item.label(),
        item.printedLabels());
  }
}
