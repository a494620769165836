package io.rapporteur.verifier;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks that a folder is the bundle of an edition as it was signed: each file that the manifest
 * names is there with its sum, and no other is. Immutable.
 */
public final class BundleVerifier {

  private static final String SIGNED = "manifest.jws";
  private static final String PLAIN = "manifest.json";
  private static final int BUFFER = 64 * 1024;

  private final JWKSet keys;

  /**
   * Puts it together.
   *
   * @param editionKeys JWK set of {@code /api/v1/edition-keys}, got once from where it is trusted
   * @throws RefusedException if it is not a JWK set
   */
  public BundleVerifier(String editionKeys) {
    this.keys = Verifier.keys("edition keys", editionKeys);
  }

  /** What has been verified. */
  public record Verified(String consultation, String edition, int files) {}

  /**
   * Verifies.
   *
   * @throws RefusedException if anything does not fit
   * @throws IOException if a file cannot be read
   */
  public Verified verify(Path folder) throws IOException {
    Map<String, Object> manifest =
        SignedText.of(
            Files.readString(folder.resolve(SIGNED), StandardCharsets.UTF_8).strip(),
            "rapporteur-bundle",
            keys);
    requireSame(manifest, folder.resolve(PLAIN));
    Set<String> left = names(folder);
    left.removeAll(Set.of(PLAIN, SIGNED));
    List<Map<String, Object>> files = files(manifest);
    for (Map<String, Object> file : files) {
      String name = text(file, "name");
      if (!left.remove(name)) {
        throw new RefusedException(name + ": missing (expected: a file of the folder, once)");
      }
      if (!sum(folder.resolve(name)).equals(text(file, "sha256"))) {
        throw new RefusedException(name + ": another content than the one that was signed");
      }
    }
    if (!left.isEmpty()) {
      throw new RefusedException(
          String.join(", ", left) + ": not of the bundle (expected: the signed files alone)");
    }
    return new Verified(text(manifest, "consultation"), text(manifest, "edition"), files.size());
  }

  /** The manifest that people read is the one that was signed. */
  private static void requireSame(Map<String, Object> manifest, Path plain) throws IOException {
    try {
      String read = Files.readString(plain, StandardCharsets.UTF_8);
      if (!JSONObjectUtils.parse(read).equals(manifest)) {
        throw new RefusedException(PLAIN + ": another than the one that was signed");
      }
    } catch (ParseException e) {
      throw new RefusedException(PLAIN + ": not readable (expected: a JSON object)");
    }
  }

  /** All files below the folder; what is found there is what is checked, links not followed. */
  private static Set<String> names(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(path -> !Files.isDirectory(path))
          .forEach(path -> names.add(folder.relativize(path).toString().replace('\\', '/')));
    }
    return names;
  }

  private static List<Map<String, Object>> files(Map<String, Object> manifest) {
    try {
      Map<String, Object>[] files = JSONObjectUtils.getJSONObjectArray(manifest, "files");
      if (files == null || files.length == 0) {
        throw new RefusedException("manifest.files: missing");
      }
      return List.of(files);
    } catch (ParseException | ClassCastException e) {
      throw new RefusedException("manifest.files: not readable (expected: a list of files)");
    }
  }

  private static String text(Map<String, Object> fields, String name) {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw new RefusedException("manifest." + name + ": missing");
  }

  private static String sum(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
