package io.rapporteur.comments.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Following a feed page by page. Each strand is read in its order, and the strands are merged by
 * the time of the entry that is next in each, then by their own order. What comes in meanwhile
 * stands behind what has been read of its strand: it is neither missed nor told twice. The same
 * cursor gives the same page on every instance that has read as far.
 */
public final class Following {

  private final Feeds feeds;
  private final Cursors cursors;

  /** Puts the use case together. */
  public Following(Feeds feeds) {
    this.feeds = feeds;
    this.cursors = new Cursors(feeds);
  }

  /** What comes of asking for a page. */
  public sealed interface Outcome {}

  /**
   * A page.
   *
   * @param cursor where the next one begins
   * @param more whether the log tells more now
   */
  public record Page(List<FeedEntry> entries, String cursor, boolean more) implements Outcome {

    /** Copies the entries. */
    public Page {
      entries = List.copyOf(entries);
    }
  }

  /** The cursor is none that this reader got of this log. */
  public record NoSuchCursor() implements Outcome {}

  /** The instance has not read as far as the cursor, and did not get there in time. */
  public record ViewBehind() implements Outcome {}

  /**
   * The entries after a cursor.
   *
   * @param reader participant code
   * @param cursor of an earlier page; empty for the beginning
   * @param limit largest size of the page
   */
  public Outcome after(String reader, Optional<String> cursor, int limit) {
    if (cursor.isEmpty()) {
      return page(reader, Places.START, limit);
    }
    Optional<Places> named = Cursors.counts(cursor.get());
    if (named.isEmpty()) {
      return new NoSuchCursor();
    }
    Optional<Boolean> fits = cursors.fits(reader, named.get(), cursor.get());
    if (fits.isEmpty()) {
      // It was given out by an instance that had read further, or never.
      if (!feeds.catchUp()) {
        return new ViewBehind();
      }
      fits = cursors.fits(reader, named.get(), cursor.get());
    }
    return fits.orElse(false) ? page(reader, named.get(), limit) : new NoSuchCursor();
  }

  /** The cursor of the end as it is now: what comes from now on is told after it. */
  public String end(String reader) {
    Places end = Places.START;
    for (Strand strand : Strand.ALL) {
      // In this order: what comes between the two looks is told later rather than never.
      long own = feeds.last(reader, strand);
      end = end.at(strand, feeds.last(Told.EVERYONE, strand), own);
    }
    return cursors.print(reader, end);
  }

  /** Whether there is anything after a cursor that was given out here; cheaper than a page. */
  public boolean tellsMore(String reader, String cursor) {
    Places places = Cursors.counts(cursor).orElse(Places.START);
    return Strand.ALL.stream()
        .anyMatch(
            strand ->
                feeds.last(reader, strand) > places.own(strand)
                    || feeds.last(Told.EVERYONE, strand) > places.forEveryone(strand));
  }

  private Page page(String reader, Places from, int limit) {
    PriorityQueue<Head> heads = new PriorityQueue<>(Head.ORDER);
    for (Strand strand : Strand.ALL) {
      Head.of(new StrandReading(feeds, reader, strand, from)).ifPresent(heads::add);
    }
    List<FeedEntry> entries = new ArrayList<>();
    Places places = from;
    while (entries.size() < limit && !heads.isEmpty()) {
      Head first = heads.remove();
      entries.add(first.next);
      places = first.reading.take(places);
      Head.of(first.reading).ifPresent(heads::add);
    }
    return new Page(entries, cursors.print(reader, places), !heads.isEmpty());
  }

  /** What is next in a strand. */
  private record Head(StrandReading reading, FeedEntry next) {

    static final Comparator<Head> ORDER =
        Comparator.<Head, Instant>comparing(head -> head.next.entry().at())
            .thenComparing(head -> head.reading.strand().index());

    static Optional<Head> of(StrandReading reading) {
      return reading.next().map(next -> new Head(reading, next));
    }
  }
}
