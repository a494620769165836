package io.rapporteur.standalone.data;

import io.rapporteur.schemas.topics.Principal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The Kafka passwords of all principals: made at the first start, kept in a file of mode 0600. */
public final class Passwords {

  private static final int BYTES = 24;

  private Passwords() {}

  /**
   * Reads the passwords; those that are missing are made.
   *
   * @param file one line per principal, {@code user=password}
   * @throws CannotStartException if they can be neither read nor made
   */
  public static Map<Principal, String> of(Path file) {
    try {
      var kept = new Properties();
      if (Files.exists(file)) {
        try (var reader = Files.newBufferedReader(file)) {
          kept.load(reader);
        }
      }
      Map<Principal, String> passwords = new EnumMap<>(Principal.class);
      for (Principal principal : Principal.values()) {
        passwords.put(principal, kept.getProperty(principal.user(), password()));
      }
      if (kept.size() != passwords.size()) {
        write(file, passwords);
      }
      return passwords;
    } catch (IOException e) {
      throw new CannotStartException("The passwords in " + file + " cannot be used.", e);
    }
  }

  private static String password() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void write(Path file, Map<Principal, String> passwords) throws IOException {
    Files.createDirectories(
        file.getParent(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    var lines = new StringBuilder();
    passwords.forEach(
        (principal, password) ->
            lines.append(principal.user()).append('=').append(password).append('\n'));
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    try (var channel =
        Files.newByteChannel(
            next,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
