package io.rapporteur.comments.submission;

import java.util.List;

/**
 * What a participant handed in as one act, and what it added later.
 *
 * @param additions in the order in which they counted
 */
public record Submission(HandedIn first, List<HandedIn> additions) {

  /** Copies the additions. */
  public Submission {
    additions = List.copyOf(additions);
  }

  /** Its id. */
  public String id() {
    return first.submission();
  }

  /** 1, and one more for each addition. */
  public int revision() {
    return 1 + additions.size();
  }

  /** As it stood at a revision. */
  public Submission at(int revision) {
    return new Submission(first, additions.subList(0, Math.min(revision - 1, additions.size())));
  }

  /** The submission, then what was added. */
  public List<HandedIn> acts() {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(first), additions.stream())
        .toList();
  }
}
