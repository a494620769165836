package io.rapporteur.comments.feed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Places as text. A cursor is a version, the counts as numbers of seven bits a byte, and the
 * beginning of a SHA-256 of the reader and of the entries that stand at those counts. It needs no
 * key: whoever makes one up names entries that it may read. The digest refuses the cursor of
 * another reader, a damaged one, and one of a log that told otherwise, as after a restore of an
 * older copy, where going on would pass over what came instead.
 */
final class Cursors {

  private static final byte VERSION = 1;
  private static final int DIGEST = 9;
  private static final int BITS = 7;
  private static final int LONGEST = 2_000;

  private final Feeds feeds;

  Cursors(Feeds feeds) {
    this.feeds = feeds;
  }

  /** The cursor of a place that the reader has read up to. */
  String print(String reader, Places places) {
    byte[] digest =
        digest(reader, places)
            .orElseThrow(() -> new IllegalStateException("places: not read (expected: read)"));
    var out = new ByteArrayOutputStream();
    out.write(VERSION);
    for (long count : places.counts()) {
      long left = count;
      while (left >>> BITS != 0) {
        out.write((int) (left & 0x7f | 0x80));
        left >>>= BITS;
      }
      out.write((int) left);
    }
    out.writeBytes(digest);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
  }

  /** The counts that a text names; empty if it is no cursor at all. */
  static Optional<Places> counts(String cursor) {
    if (cursor.length() > LONGEST) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length < 1 + DIGEST || bytes[0] != VERSION) {
      return Optional.empty();
    }
    return counts(ByteBuffer.wrap(bytes, 1, bytes.length - 1 - DIGEST));
  }

  private static Optional<Places> counts(ByteBuffer bytes) {
    long[] counts = new long[Strand.ALL.size() * 2];
    int found = 0;
    while (bytes.hasRemaining()) {
      long count = 0;
      for (int shift = 0; ; shift += BITS) {
        if (!bytes.hasRemaining() || shift > 56 || found == counts.length) {
          return Optional.empty();
        }
        byte next = bytes.get();
        count |= (long) (next & 0x7f) << shift;
        if (next >= 0) {
          break;
        }
      }
      counts[found++] = count;
    }
    return Optional.of(Places.of(counts));
  }

  /** Whether the log told this reader what the cursor says; empty if it tells less now. */
  Optional<Boolean> fits(String reader, Places places, String cursor) {
    return digest(reader, places).map(digest -> print(reader, places).equals(cursor));
  }

  private Optional<byte[]> digest(String reader, Places places) {
    MessageDigest sha256 = sha256();
    sha256.update(reader.getBytes(StandardCharsets.UTF_8));
    for (Strand strand : Strand.ALL) {
      if (!add(sha256, Told.EVERYONE, strand, places.forEveryone(strand))
          || !add(sha256, reader, strand, places.own(strand))) {
        return Optional.empty();
      }
    }
    return Optional.of(Arrays.copyOf(sha256.digest(), DIGEST));
  }

  /** Adds what identifies the entry at a count; what else it says may grow with time. */
  private boolean add(MessageDigest sha256, String reader, Strand strand, long count) {
    if (count == 0) {
      return true;
    }
    List<Row> row = feeds.rows(reader, strand, count - 1, 1);
    if (row.isEmpty() || row.getFirst().number() != count) {
      return false;
    }
    Entry entry = row.getFirst().entry();
    String said =
        "\n%s %d %d %s %s %s"
            .formatted(
                reader,
                strand.index(),
                count,
                entry.kind().word(),
                entry.at().toEpochMilli(),
                entry.about());
    sha256.update(said.getBytes(StandardCharsets.UTF_8));
    return true;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: missing (expected in every JDK)", e);
    }
  }
}
