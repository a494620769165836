package io.rapporteur.ingest.source;

/**
 * How much of a file is read; a file over any of them is refused. Each bounds memory or time that a
 * stranger's file could take.
 *
 * @param bytes of the file, as it comes; told from its length alone, before it is read
 * @param unpackedBytes of all that a file unpacks to
 * @param pages of a PDF
 * @param lines of a source
 * @param lineLength characters of one line
 */
public record Limits(long bytes, long unpackedBytes, int pages, int lines, int lineLength) {

  /** 20 MB that unpack to 128 MB, 2,000 pages, 200,000 lines of 200,000 characters. */
  public static Limits standard() {
    return new Limits(20L << 20, 128L << 20, 2_000, 200_000, 200_000);
  }

  /** These limits with another number of bytes. */
  public Limits withBytes(long most) {
    return new Limits(most, unpackedBytes, pages, lines, lineLength);
  }
}
