package io.rapporteur.aggregation.compilation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What changed in what is shown, between two states of a compilation. Pure. */
public final class Changes {

  private final Map<String, Comment> standing;
  private final Map<String, Comment> late;
  private final List<Change> changes = new ArrayList<>();

  private Changes(Sight before) {
    standing = byId(before.comments());
    late = byId(before.late());
  }

  /** What happened to a comment. */
  public enum Kind {
    /** It is there now. */
    NEW,
    /** Another text of it is shown. */
    REVISED,
    /** Its text is the same; others joined it, or left. */
    CO_SPONSORS,
    /** A text of it came late, and waits for a decision. */
    LATE,
    /** A text that came late counts as one in time. */
    LATE_ACCEPTED,
    /** It, or the text that waited, is there no more. */
    GONE;

    /** Its word, for instance {@code late-accepted}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A change.
   *
   * @param before the comment as it was; empty if it is new
   * @param after the comment as it is; empty if it is gone
   */
  public record Change(Kind kind, Optional<Comment> before, Optional<Comment> after) {

    /** The comment as it is, or as it was. */
    public Comment comment() {
      return after.or(() -> before).orElseThrow();
    }
  }

  /** The changes from one state to another, in no order. */
  public static List<Change> between(Sight before, Sight after) {
    var changes = new Changes(before);
    after.comments().forEach(changes::stands);
    after.late().forEach(changes::waits);
    changes.restIsGone();
    return List.copyOf(changes.changes);
  }

  private void stands(Comment comment) {
    Optional<Comment> earlier = Optional.ofNullable(standing.remove(comment.id()));
    if (earlier.filter(e -> e.revision() == comment.revision()).isPresent()) {
      if (!earlier.get().coSponsors().equals(comment.coSponsors())) {
        add(Kind.CO_SPONSORS, earlier, comment);
      }
    } else if (waited(comment)) {
      add(Kind.LATE_ACCEPTED, earlier.or(() -> Optional.of(comment)), comment);
    } else {
      add(earlier.isPresent() ? Kind.REVISED : Kind.NEW, earlier, comment);
    }
  }

  private void waits(Comment comment) {
    if (!waited(comment)) {
      add(Kind.LATE, Optional.empty(), comment);
    }
  }

  /** Whether this text waited for a decision; then it is not gone. */
  private boolean waited(Comment comment) {
    Comment text = late.get(comment.id());
    return text != null && text.revision() == comment.revision() && late.remove(comment.id(), text);
  }

  private void restIsGone() {
    standing.values().forEach(this::gone);
    late.values().forEach(this::gone);
  }

  private void gone(Comment comment) {
    changes.add(new Change(Kind.GONE, Optional.of(comment), Optional.empty()));
  }

  private void add(Kind kind, Optional<Comment> before, Comment after) {
    changes.add(new Change(kind, before, Optional.of(after)));
  }

  private static Map<String, Comment> byId(List<Comment> comments) {
    Map<String, Comment> byId = new HashMap<>();
    comments.forEach(comment -> byId.put(comment.id(), comment));
    return byId;
  }
}
