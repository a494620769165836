package io.rapporteur.comments.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Reads one strand in the order of the log: the rows for everyone, with those of one reader between
 * them where they stand. A row of the reader that stands behind one for everyone waits until that
 * one has been read, so that nothing is passed over while acts come in. Not thread-safe.
 */
final class StrandReading {

  private static final int AT_ONCE = 50;

  private final Feeds feeds;
  private final String reader;
  private final Strand strand;
  private final Deque<Row> forEveryone = new ArrayDeque<>();
  private final Deque<Row> own = new ArrayDeque<>();
  private Optional<FeedEntry> next = Optional.empty();
  private long readForEveryone;
  private long readOwn;

  StrandReading(Feeds feeds, String reader, Strand strand, Places from) {
    this.feeds = feeds;
    this.reader = reader;
    this.strand = strand;
    this.readForEveryone = from.forEveryone(strand);
    this.readOwn = from.own(strand);
  }

  Strand strand() {
    return strand;
  }

  /** The next entry, not yet taken; empty if the log told no more when it was looked for. */
  Optional<FeedEntry> next() {
    if (next.isEmpty()) {
      next = look();
    }
    return next;
  }

  private Optional<FeedEntry> look() {
    // In this order: whatever stands before a row for everyone is there once that row is.
    Optional<Row> common = head(forEveryone, Told.EVERYONE, readForEveryone);
    Optional<Row> mine = head(own, reader, readOwn).filter(row -> row.behind() <= readForEveryone);
    return mine.map(row -> entry(readForEveryone, Optional.of(row.number()), row.entry()))
        .or(() -> common.map(row -> entry(row.number(), Optional.empty(), row.entry())));
  }

  /** Takes the next entry, and says where the reader stands then. */
  Places take(Places places) {
    FeedEntry taken = next().orElseThrow();
    next = Optional.empty();
    (taken.own().isPresent() ? own : forEveryone).removeFirst();
    readOwn = taken.own().orElse(readOwn);
    readForEveryone = taken.forEveryone();
    return places.at(strand, readForEveryone, readOwn);
  }

  private FeedEntry entry(long everyone, Optional<Long> mine, Entry entry) {
    return new FeedEntry(strand, everyone, mine, entry);
  }

  private Optional<Row> head(Deque<Row> rows, String whose, long after) {
    if (rows.isEmpty()) {
      rows.addAll(feeds.rows(whose, strand, after, AT_ONCE));
    }
    return Optional.ofNullable(rows.peekFirst());
  }
}
