package io.rapporteur.ingest.circulation.file;

import io.rapporteur.ingest.circulation.Contact;
import io.rapporteur.ingest.circulation.Contact.Webhook;
import io.rapporteur.ingest.circulation.Contacts;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Contacts from a JSON file that only its owner may read: personal data, which is in no topic. It
 * is read again when it has changed; a change with faults is told in the log, all at once and
 * without an address, and the contacts of before stand. Thread-safe.
 */
public final class ContactsFile implements Contacts {

  private static final Logger LOG = LoggerFactory.getLogger(ContactsFile.class);
  private static final int MOST = 10_000;
  private static final TextLimit SHORT = TextLimit.characters(320);
  private static final TextLimit LONG = TextLimit.characters(2_000);
  // Deliberately narrow: one bare address in ASCII, nothing that could begin another header.
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
  private static final String PREFIX = "whsec_";
  private static final int SHORTEST_SECRET = 24;
  private static final int LONGEST_SECRET = 64;
  private static final String HIDDEN = "(not shown)";

  private final Path file;
  private List<Contact> contacts;
  private @Nullable Seen seen;

  private record Seen(FileTime modified, long size) {}

  /**
   * Reads the file.
   *
   * @throws IllegalStateException if it is missing, open to others, or has faults; the message
   *     names them all
   */
  public ContactsFile(Path file) {
    this.file = file;
    try {
      seen = look();
      contacts = read();
    } catch (IOException e) {
      throw new IllegalStateException("contacts " + file + ": cannot be read", e);
    }
  }

  @Override
  public synchronized List<Contact> all() {
    try {
      Seen now = look();
      if (!now.equals(seen)) {
        seen = now;
        contacts = read();
        LOG.info("contacts read again: {} participants", contacts.size());
      }
    } catch (IOException e) {
      LOG.warn("contacts cannot be read; those of before stand");
    } catch (IllegalStateException e) {
      LOG.warn("{}; those of before stand", e.getMessage());
    }
    return contacts;
  }

  private Seen look() throws IOException {
    return new Seen(Files.getLastModifiedTime(file), Files.size(file));
  }

  private List<Contact> read() throws IOException {
    refuseOpen();
    try {
      var fields = new Fields(RequestBody.object(Files.readAllBytes(file)));
      Map<String, Contact> read = new LinkedHashMap<>();
      for (Fields each : fields.objects("contacts", MOST)) {
        Contact contact = contact(each);
        if (read.put(contact.participant(), contact) != null) {
          each.fault("participant", contact.participant(), "each participant once");
        }
      }
      fields.refuseOthers();
      if (!fields.faults().isEmpty()) {
        throw new IllegalStateException(
            "contacts: "
                + String.join("; ", fields.faults().stream().map(Fault::message).toList()));
      }
      return List.copyOf(read.values());
    } catch (RefusedException e) {
      throw new IllegalStateException("contacts: " + e.getMessage(), e);
    }
  }

  private void refuseOpen() throws IOException {
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return;
    }
    Set<PosixFilePermission> open = new HashSet<>(Files.getPosixFilePermissions(file));
    open.remove(PosixFilePermission.OWNER_READ);
    open.remove(PosixFilePermission.OWNER_WRITE);
    if (!open.isEmpty()) {
      throw new IllegalStateException("contacts: mode open to others (expected: 0600)");
    }
  }

  private static Contact contact(Fields each) {
    String participant = each.text("participant", SHORT);
    String language = each.text("language", SHORT);
    if (!language.isEmpty() && !Contact.LANGUAGES.contains(language)) {
      each.fault("language", language, "one of " + String.join(", ", Contact.LANGUAGES));
    }
    Optional<String> email = each.optionalText("email", SHORT);
    if (email.isPresent() && !EMAIL.matcher(email.get()).matches()) {
      each.fault("email", HIDDEN, "one address, such as mission@example.org");
    }
    List<Webhook> webhook = new ArrayList<>();
    each.object("webhook").ifPresent(fields -> webhook.add(webhook(fields)));
    each.refuseOthers();
    return new Contact(participant, language, email, webhook.stream().findFirst());
  }

  private static Webhook webhook(Fields fields) {
    String url = fields.text("url", LONG);
    String secret = fields.text("secret", LONG);
    fields.refuseOthers();
    URI uri = uri(url);
    if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
      fields.fault("url", HIDDEN, "an address of a receiver, such as https://example.org/hook");
    }
    if (!goodSecret(secret)) {
      fields.fault(
          "secret",
          HIDDEN,
          PREFIX + " and " + SHORTEST_SECRET + " to " + LONGEST_SECRET + " bytes in base64");
    }
    return new Webhook(uri, secret);
  }

  /** An address without a host stands in for what is none. */
  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return URI.create("");
    }
  }

  private static boolean goodSecret(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return false;
    }
    try {
      int length = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
      return length >= SHORTEST_SECRET && length <= LONGEST_SECRET;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
