package io.rapporteur.aggregation.meeting;

import static java.util.Objects.requireNonNull;

import io.rapporteur.schemas.reference.EntryReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A meeting as its counted steps tell it: the consolidated draft, what was decided on it, and the
 * adopted list. Immutable.
 */
public final class Meeting {

  private final String consultation;
  private final int revision;
  private final Map<String, Entry> entries;
  private final List<String> order;
  private final List<Circulation> circulations;
  private final Statements statements;
  private final Optional<Adopted> adopted;
  private final Map<String, Made> made;
  private final Optional<Look> look;

  /**
   * When something was last shown to others, and in which order.
   *
   * @param order entry ids
   */
  record Look(Instant at, List<String> order) {}

  /**
   * The draft as it was circulated.
   *
   * @param version from 1
   * @param commentsUntil last instant at which comments on it are in time; if empty, each entry
   *     takes comments until others see that it is settled
   * @param changed entries whose text or items others had seen otherwise, or not at all
   * @param texts what was circulated of each entry, in the order of the draft
   */
  public record Circulation(
      int version,
      Instant at,
      Optional<String> note,
      Optional<Instant> commentsUntil,
      Set<String> changed,
      Map<String, Wording> texts) {}

  /**
   * Statements by their ids.
   *
   * @param all as they stand
   * @param shown as others see them
   */
  record Statements(Map<Integer, Statement> all, Map<Integer, Statement> shown) {}

  /** What a request made. */
  public record Made(int step, String requestDigest) {}

  Meeting(
      String consultation,
      int revision,
      Map<String, Entry> entries,
      List<String> order,
      List<Circulation> circulations,
      Statements statements,
      Optional<Adopted> adopted,
      Map<String, Made> made,
      Optional<Look> look) {
    this.consultation = consultation;
    this.revision = revision;
    this.entries = new LinkedHashMap<>(entries);
    this.order = List.copyOf(order);
    this.circulations = List.copyOf(circulations);
    this.statements =
        new Statements(new TreeMap<>(statements.all), new TreeMap<>(statements.shown));
    this.adopted = adopted;
    this.made = Map.copyOf(made);
    this.look = look;
  }

  /** A meeting of which nothing is known yet. */
  public static Meeting of(String consultation) {
    return new Meeting(
        consultation,
        0,
        Map.of(),
        List.of(),
        List.of(),
        new Statements(Map.of(), Map.of()),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  /** The meeting after these counted steps, in their order. */
  public Meeting after(List<Step> steps) {
    var fold = new MeetingFold(this);
    steps.forEach(fold::take);
    return fold.meeting();
  }

  /** Consultation id. */
  public String consultation() {
    return consultation;
  }

  /** Number of the last counted step. */
  public int revision() {
    return revision;
  }

  /** The entry of an id; also one that does not stand any more. */
  public Optional<Entry> entry(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /** All entries ever made, by number. */
  public Collection<Entry> all() {
    return List.copyOf(entries.values());
  }

  /** The entries that stand, in their order. */
  public List<Entry> entries() {
    return order.stream()
        .map(id -> requireNonNull(entries.get(id)))
        .filter(entry -> !gone(entry))
        .toList();
  }

  /** What others see, in the order of the entries; empty if nothing was shown. */
  public List<Entry> pictures() {
    return look.map(Look::order).orElse(List.of()).stream()
        .map(id -> requireNonNull(entries.get(id)))
        .filter(entry -> entry.picture().isPresent())
        .filter(entry -> !goneFromPicture(entry))
        .toList();
  }

  /**
   * Whether an entry does not stand any more: it was withdrawn, it was recorded by mistake, or what
   * it is a part of was not split after all.
   */
  public boolean gone(Entry entry) {
    return entry.withdrawn().isPresent()
        || (entry.fromTheFloor() && entry.decisions().isEmpty())
        || entry
            .parent()
            .filter(p -> !splitInto(entry, entry(p).orElseThrow().decided()))
            .isPresent();
  }

  private boolean goneFromPicture(Entry entry) {
    return entry
        .parent()
        .map(p -> entry(p).orElseThrow().picture().map(Entry.Picture::decisions).orElse(List.of()))
        .filter(seen -> seen.isEmpty() || !splitInto(entry, Optional.of(seen.getLast())))
        .isPresent();
  }

  private static boolean splitInto(Entry part, Optional<Decided> decision) {
    return decision
        .filter(d -> d.decision().kind() == Kind.SPLIT && d.step() == part.born())
        .isPresent();
  }

  /** The ids of all entries ever made, in their order. */
  List<String> order() {
    return order;
  }

  /** The number that the next entry gets. */
  public int nextNumber() {
    return entries.size() + 1;
  }

  /** The id of an entry of a number. */
  public String id(int number) {
    return EntryReference.id(consultation, number);
  }

  /** Parts that an entry was split into, by a split that stands. */
  public List<Entry> parts(Entry entry) {
    return entries.values().stream()
        .filter(part -> part.parent().filter(entry.id()::equals).isPresent())
        .filter(part -> splitInto(part, entry.decided()))
        .toList();
  }

  /** Entries that stand merged into this one. */
  public List<Entry> mergedInto(Entry entry) {
    return entries.values().stream()
        .filter(other -> !gone(other))
        .filter(
            other ->
                other
                    .decided()
                    .flatMap(d -> d.decision().into())
                    .filter(entry.id()::equals)
                    .isPresent())
        .toList();
  }

  /** Where an entry has gone: into another, or into its parts. */
  List<Entry> successors(Entry entry) {
    return entry
        .decided()
        .map(
            d ->
                switch (d.decision().kind()) {
                  case MERGED -> List.of(entry(d.decision().into().orElseThrow()).orElseThrow());
                  case SPLIT -> parts(entry);
                  default -> List.<Entry>of();
                })
        .orElse(List.of());
  }

  /** The draft as it was circulated last. */
  public Optional<Circulation> circulation() {
    return circulations.isEmpty() ? Optional.empty() : Optional.of(circulations.getLast());
  }

  /** The draft each time that it was circulated, from the first. */
  public List<Circulation> circulations() {
    return circulations;
  }

  /** Statements as they stand. */
  public List<Statement> statements() {
    return List.copyOf(statements.all.values());
  }

  /** Statements as others see them. */
  public List<Statement> statementsShown() {
    return List.copyOf(statements.shown.values());
  }

  Statements bothStatements() {
    return statements;
  }

  /** The adopted list. */
  public Optional<Adopted> adopted() {
    return adopted;
  }

  /** When something was last shown to others. */
  public Optional<Instant> shownAt() {
    return look.map(Look::at);
  }

  /** Whether others see a decision or a statement. */
  public boolean showsDecisions() {
    return !statements.shown.isEmpty()
        || pictures().stream().anyMatch(e -> !e.picture().orElseThrow().decisions().isEmpty());
  }

  Optional<Look> look() {
    return look;
  }

  /** What a request made, at an earlier try. */
  public Optional<Made> madeBy(String requestId) {
    return Optional.ofNullable(made.get(requestId));
  }

  Map<String, Made> made() {
    return made;
  }

  /** Whether others do not see an entry, or a statement on it, as it stands. */
  public boolean hides(Entry entry) {
    if (gone(entry)) {
      return entry.picture().isPresent() && entry.withdrawn().isEmpty() && entry.parent().isEmpty();
    }
    return entry.hides() || !on(statements.all, entry).equals(on(statements.shown, entry));
  }

  /** Whether others do not see the statements on the whole as they stand. */
  public boolean hidesStatements() {
    return !onTheWhole(statements.all).equals(onTheWhole(statements.shown));
  }

  private static Set<Statement> on(Map<Integer, Statement> statements, Entry entry) {
    Set<Statement> found = new LinkedHashSet<>(statements.values());
    found.removeIf(s -> s.entry().filter(entry.id()::equals).isEmpty());
    return found;
  }

  private static List<Statement> onTheWhole(Map<Integer, Statement> statements) {
    return new ArrayList<>(statements.values().stream().filter(s -> s.entry().isEmpty()).toList());
  }
}
