package io.rapporteur.schemas.joint;

import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which text of a comment is in force, and with whom: the fold of its counted events, the same for
 * every reader. Immutable.
 *
 * <p>A text comes into force when the author has given it, it is in time or was accepted, and every
 * co-sponsor of the text in force before has joined it too; until then that one stands with its
 * co-sponsors. Who has been asked and has not joined holds up nothing. Whoever leaves or is let go
 * is waited for no longer.
 *
 * <p>No more is kept than can still come into force: the text in force, the last one, the last in
 * time, and those that someone has joined. So it grows with the co-sponsors and not with the
 * revisions.
 *
 * @param last revision of the last text; {@link #NONE} before the first and after a withdrawal
 * @param inForce revision of the text in force; {@link #NONE} if none is
 * @param texts by revision, those that can still come into force
 * @param coSponsors by participant code, the texts that each has joined; none for who was asked
 */
public record JointText(
    int last,
    int inForce,
    SortedMap<Integer, Arrival> texts,
    SortedMap<String, SortedSet<Integer>> coSponsors) {

  /** No revision. */
  public static final int NONE = 0;

  /** Before anything was said. */
  public static final JointText NOTHING =
      new JointText(NONE, NONE, new TreeMap<>(), new TreeMap<>());

  /** How a text arrived. */
  public enum Arrival {
    IN_TIME,
    /** Late, and not decided on. */
    WAITING,
    /** Late, and taken as if it had been in time. This is final. */
    ACCEPTED,
    /** Late, and not taken. */
    REFUSED;

    private boolean counts() {
      return this == IN_TIME || this == ACCEPTED;
    }
  }

  /** Copies the maps. */
  public JointText {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    SortedMap<String, SortedSet<Integer>> copies = new TreeMap<>();
    coSponsors.forEach(
        (code, joined) ->
            copies.put(code, Collections.unmodifiableSortedSet(new TreeSet<>(joined))));
    coSponsors = Collections.unmodifiableSortedMap(copies);
  }

  /**
   * What stands after one more counted event.
   *
   * @param revision that the event makes
   */
  public JointText after(int revision, Deed deed) {
    SortedMap<Integer, Arrival> texts = new TreeMap<>(this.texts);
    SortedMap<String, SortedSet<Integer>> joined = new TreeMap<>(coSponsors);
    int last = this.last;
    switch (deed) {
      case Deed.Said said -> {
        last = revision;
        texts.put(revision, said.late() ? Arrival.WAITING : Arrival.IN_TIME);
        said.invited().forEach(code -> joined.putIfAbsent(code, new TreeSet<>()));
      }
      case Deed.Withdrawn withdrawn -> {
        return NOTHING;
      }
      case Deed.Invited(String code) -> joined.putIfAbsent(code, new TreeSet<>());
      case Deed.Joined(String code, int text) ->
          joined.merge(
              code,
              new TreeSet<>(Set.of(text)),
              (before, now) -> {
                now.addAll(before);
                return now;
              });
      case Deed.Left(String code) -> joined.remove(code);
      case Deed.Decided(int text, boolean accepted) ->
          texts.computeIfPresent(
              text,
              (r, arrival) ->
                  arrival == Arrival.IN_TIME || arrival == Arrival.ACCEPTED
                      ? arrival
                      : accepted ? Arrival.ACCEPTED : Arrival.REFUSED);
    }
    return new JointText(last, inForce, texts, joined).settled();
  }

  /** Those who joined the text in force. */
  public SortedSet<String> standing() {
    return joined(inForce);
  }

  /** Those who joined a text. */
  public SortedSet<String> joined(int text) {
    return coSponsors.entrySet().stream()
        .filter(entry -> entry.getValue().contains(text))
        .map(SortedMap.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** How the last text arrived; empty before the first and after a withdrawal. */
  public Optional<Arrival> arrival() {
    return Optional.ofNullable(texts.get(last));
  }

  /** The last text, if it came late and waits for a decision; else {@link #NONE}. */
  public int waiting() {
    return texts.get(last) == Arrival.WAITING ? last : NONE;
  }

  private JointText settled() {
    SortedSet<String> standing = standing();
    int next =
        texts.entrySet().stream()
            .filter(text -> text.getKey() > inForce && text.getValue().counts())
            .map(SortedMap.Entry::getKey)
            .filter(text -> joined(text).containsAll(standing))
            .max(Comparator.naturalOrder())
            .orElse(inForce);
    SortedMap<Integer, Arrival> kept = new TreeMap<>(texts.tailMap(next));
    int lastThatCounts =
        kept.entrySet().stream()
            .filter(text -> text.getValue().counts())
            .map(SortedMap.Entry::getKey)
            .max(Comparator.naturalOrder())
            .orElse(next);
    kept.keySet()
        .removeIf(
            text ->
                text != next && text != last && text != lastThatCounts && joined(text).isEmpty());
    SortedMap<String, SortedSet<Integer>> joined = new TreeMap<>();
    coSponsors.forEach(
        (code, of) -> {
          SortedSet<Integer> still = new TreeSet<>(of);
          still.retainAll(kept.keySet());
          joined.put(code, still);
        });
    return new JointText(last, next, kept, joined);
  }
}
