package io.rapporteur.comments.imports;

import io.rapporteur.comments.comment.Beside;
import io.rapporteur.comments.comment.BesideResolution;
import io.rapporteur.comments.table.Column;
import io.rapporteur.comments.table.FilledRow;
import io.rapporteur.comments.table.NameList;
import io.rapporteur.comments.table.Places;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * For whom a row speaks, whom it asks to join, and which files it names: participants and groups by
 * code or by name, several of them parted by semicolons, by commas too where no name has one. What
 * is not there, not the delegation's to name, or a file that waits for its verdict is a fault of
 * its cell. Not thread-safe; for one import.
 */
final class RowBeside {

  private static final String COMMAS = "[,\u060C\u3001\uFF0C]";

  /** In which column a fault of a request is. */
  private static final Map<String, Column> COLUMNS =
      Map.of(
          "onBehalfOf", Column.ON_BEHALF_OF,
          "coSponsors", Column.CO_SPONSORS,
          "attachments", Column.ATTACHMENTS);

  private final String participant;
  private final BesideResolution besides;
  private final PartyNames participants;
  private final PartyNames groups;

  RowBeside(String participant, BesideResolution besides, Parties parties) {
    this.participant = participant;
    this.besides = besides;
    this.participants = new PartyNames(parties.participants());
    this.groups = new PartyNames(parties.groups());
  }

  /**
   * Reads a row.
   *
   * @param language in which its names are looked for first
   * @param faults are added to
   */
  Beside of(FilledRow row, String language, Places places, List<Fault> faults) {
    List<String> coSponsors = row.further(Column.CO_SPONSORS).map(this::names).orElse(List.of());
    List<String> attachments =
        row.further(Column.ATTACHMENTS).map(RowBeside::ids).orElse(List.of());
    int before = faults.size();
    atMost(Column.CO_SPONSORS, coSponsors, Beside.MOST_CO_SPONSORS, row, places, faults);
    atMost(Column.ATTACHMENTS, attachments, Beside.MOST_ATTACHMENTS, row, places, faults);
    boolean fits = faults.size() == before;
    List<Fault> ofCells = new ArrayList<>();
    var named =
        new Beside(
            row.further(Column.ON_BEHALF_OF)
                .map(String::strip)
                .flatMap(name -> code(groups, "onBehalfOf", name, language, ofCells)),
            coSponsors.stream()
                .map(name -> code(participants, "coSponsors", name, language, ofCells))
                .flatMap(Optional::stream)
                .toList(),
            attachments);
    if (fits) {
      besides.resolve(named, participant, ofCells::add);
    }
    ofCells.forEach(fault -> faults.add(ofCell(fault, row, places)));
    return named;
  }

  /** A text that means nothing stands for itself: it is refused as a code would be. */
  private static Optional<String> code(
      PartyNames names, String field, String written, String language, List<Fault> faults) {
    Set<String> meant = names.meant(written, language);
    if (meant.size() > 1) {
      faults.add(
          Fault.of(
              ProblemType.AMBIGUOUS_REFERENCE,
              field,
              written,
              "a name that means one, or its code",
              List.copyOf(meant)));
      return Optional.empty();
    }
    return Optional.of(meant.isEmpty() ? written : meant.iterator().next());
  }

  private List<String> names(String cell) {
    List<String> names = new ArrayList<>();
    for (String name : NameList.read(cell)) {
      boolean whole =
          !participants.meant(name, "").isEmpty() || !name.matches(".*" + COMMAS + ".*");
      if (whole) {
        names.add(name);
      } else {
        names.addAll(NameList.read(name.replaceAll(COMMAS, ";")));
      }
    }
    return names;
  }

  private static List<String> ids(String cell) {
    return NameList.read(cell.replaceAll(COMMAS, ";"));
  }

  private static void atMost(
      Column column, List<String> named, int most, FilledRow row, Places places, List<Fault> all) {
    if (named.size() > most) {
      all.add(
          Fault.of(places.cell(column, row.row()), named.size() + " elements", "at most " + most));
    }
  }

  private static Fault ofCell(Fault fault, FilledRow row, Places places) {
    String field = fault.field().replaceFirst("\\[.*", "");
    Column column = COLUMNS.getOrDefault(field, Column.CO_SPONSORS);
    String cell = places.cell(column, row.row());
    String said = fault.message().substring(fault.field().length());
    return new Fault(cell, cell + said, fault.type(), fault.candidates());
  }
}
