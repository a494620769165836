package io.rapporteur.comments.submission;

import java.time.Instant;
import java.util.List;

/**
 * What is about to be handed in as one act, written before the act: whoever completes it, the act
 * is the same, received at the same instant.
 *
 * @param act id of the act
 * @param submission id of the submission that it hands in, or adds to
 * @param late what it hands in came after the deadline, but for comments on entries of the draft
 * @param lateEntries ids of the entries on which its comments came late
 * @param lines places of the comments of the request
 */
public record Plan(
    String act,
    String submission,
    String participant,
    String requestId,
    String requestDigest,
    Instant receivedAt,
    String by,
    String consultation,
    int round,
    boolean late,
    List<Integer> lines,
    List<Version> drafts,
    List<String> lateEntries) {

  /** Copies the lists. */
  public Plan {
    lines = List.copyOf(lines);
    drafts = List.copyOf(drafts);
    lateEntries = List.copyOf(lateEntries);
  }

  /** A version of a draft. */
  public record Version(String draft, int number) {}

  /** Whether the comment of a line came late. */
  boolean late(Line line) {
    return line.target().entry().map(lateEntries::contains).orElse(late);
  }

  /** Whether these are the lines that it names. */
  public boolean names(List<Line> given) {
    return lines.equals(placesOf(given)) && drafts.equals(versionsOf(given));
  }

  static List<Integer> placesOf(List<Line> lines) {
    return lines.stream().filter(l -> l.draft().isEmpty()).map(Line::place).sorted().toList();
  }

  static List<Version> versionsOf(List<Line> lines) {
    return lines.stream()
        .flatMap(l -> l.draft().stream())
        .map(d -> new Version(d.id(), d.version()))
        .sorted(java.util.Comparator.comparing(Version::draft))
        .toList();
  }
}
