package io.rapporteur.aggregation.publication;

import io.rapporteur.schemas.revision.CanonicalJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An archive of files with a manifest that names each with its size and SHA-256, signed. A file
 * goes into the archive as it is written. The same files and signature are the same bytes.
 */
public final class Bundle {

  /** Type of the signed manifest (RFC 7515). */
  public static final String TYPE = "rapporteur-bundle";

  /** The first that the format of archives knows: the same content is the same bytes. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final String consultation;
  private final String edition;
  private final Function<byte[], String> signing;

  /**
   * Makes bundles of an edition.
   *
   * @param signing signs the canonical JSON (RFC 8785) of a manifest: a compact JWS
   */
  public Bundle(String consultation, String edition, Function<byte[], String> signing) {
    this.consultation = consultation;
    this.edition = edition;
    this.signing = signing;
  }

  /** A file of the archive, written when its turn has come. */
  public record BundleFile(String name, Content content) {

    /** One that is there already. */
    public static BundleFile of(String name, String text) {
      return new BundleFile(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes it.
     *
     * @param out left open
     */
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes the archive.
   *
   * @param out left open
   */
  public void write(List<BundleFile> files, OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out);
    List<Map<String, Object>> named = new ArrayList<>();
    for (BundleFile file : files) {
      named.add(write(file, zip));
    }
    byte[] manifest =
        CanonicalJson.bytes(
            Map.of("consultation", consultation, "edition", edition, "files", named));
    write(new BundleFile("manifest.json", to -> to.write(manifest)), zip);
    write(BundleFile.of("manifest.jws", signing.apply(manifest)), zip);
    zip.finish();
  }

  private static Map<String, Object> write(BundleFile file, ZipOutputStream zip)
      throws IOException {
    var entry = new ZipEntry(file.name());
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    var counted = new Counted(zip);
    file.content().write(counted);
    counted.flush();
    zip.closeEntry();
    return Map.of(
        "name",
        file.name(),
        "sha256",
        HexFormat.of().formatHex(counted.getMessageDigest().digest()),
        "size",
        counted.size);
  }

  /** Its end does not end the archive. */
  private static final class Counted extends DigestOutputStream {

    private long size;

    Counted(OutputStream out) {
      super(out, sha256());
    }

    @Override
    public void write(int b) throws IOException {
      size++;
      super.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      size += length;
      super.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
