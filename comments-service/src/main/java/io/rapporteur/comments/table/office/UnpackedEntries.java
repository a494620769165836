package io.rapporteur.comments.table.office;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.jspecify.annotations.Nullable;

/**
 * The entries of an archive in memory, each unpacked as it is read and none of it kept. All that is
 * unpacked is counted, by what comes out and not by what the archive says of itself: beyond the
 * limit reading ends, and so it does where what stands between two tags is longer than any text of
 * a table. Not thread-safe.
 */
final class UnpackedEntries implements ZipEntrySource {

  private static final int MOST_ENTRIES = 5_000;
  private static final int LONGEST_RUN = 2 * 1024 * 1024;

  private final ZipFile archive;
  private final long most;
  private long unpacked;
  private boolean endless;
  private boolean closed;

  UnpackedEntries(byte[] file, long most) throws IOException {
    this.archive =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get();
    this.most = most;
    if (Collections.list(archive.getEntries()).size() > MOST_ENTRIES) {
      archive.close();
      throw new IOException("over %d entries".formatted(MOST_ENTRIES));
    }
  }

  /** Whether more came out than may. */
  boolean exceeded() {
    return unpacked > most || endless;
  }

  @Override
  public Enumeration<? extends ZipArchiveEntry> getEntries() {
    return archive.getEntries();
  }

  @Override
  public @Nullable ZipArchiveEntry getEntry(String path) {
    String name = path.startsWith("/") ? path.substring(1) : path;
    ZipArchiveEntry exact = archive.getEntry(name);
    return exact != null
        ? exact
        : Collections.list(archive.getEntries()).stream()
            .filter(entry -> entry.getName().replace('\\', '/').equalsIgnoreCase(name))
            .findFirst()
            .orElse(null);
  }

  @Override
  public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
    return new Counted(archive.getInputStream(entry));
  }

  @Override
  public void close() throws IOException {
    closed = true;
    archive.close();
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  private final class Counted extends FilterInputStream {

    private int run;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read >= 0) {
        count(1);
        run(read);
        check();
      }
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(0, read));
      for (int i = 0; i < read; i++) {
        run(buffer[offset + i]);
      }
      check();
      return read;
    }

    private void count(int bytes) {
      unpacked += bytes;
    }

    private void run(int read) {
      run = read == '<' ? 0 : run + 1;
      endless |= run > LONGEST_RUN;
    }

    private void check() throws IOException {
      if (exceeded()) {
        throw new IOException("unpacks to over %d bytes, or without end".formatted(most));
      }
    }
  }
}
