package io.rapporteur.ingest.circulation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapporteur.ingest.circulation.Contact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactsFileTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @TempDir Path folder;

  private Path write(String json) throws IOException {
    Path file = folder.resolve("contacts.json");
    Files.writeString(file, json);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  @Test
  void readsAddressesLanguagesAndReceivers() throws IOException {
    Path file =
        write(
            """
            {"contacts": [
              {"participant": "eg", "language": "ar", "email": "mission@example.org"},
              {"participant": "br", "language": "en",
               "webhook": {"url": "https://example.org/hook", "secret": "%s"}}]}
            """
                .formatted(SECRET));

    var contacts = new ContactsFile(file).all();

    assertThat(contacts).extracting(Contact::participant).containsExactly("eg", "br");
    assertThat(contacts.get(0).email()).contains("mission@example.org");
    assertThat(contacts.toString()).doesNotContain("mission").doesNotContain("whsec");
  }

  @Test
  void tellsAllFaultsAtOnceAndNoAddress() throws IOException {
    Path file =
        write(
            """
            {"contacts": [
              {"participant": "eg", "language": "de", "email": "a@example.org, b@example.org"},
              {"participant": "eg", "language": "en", "fax": "1",
               "webhook": {"url": "nowhere", "secret": "whsec_short"}}]}
            """);

    assertThatThrownBy(() -> new ContactsFile(file))
        .hasMessageContaining("contacts[0].language: de (expected: one of ar, zh, en, fr, ru, es)")
        .hasMessageContaining("contacts[0].email: (not shown) (expected:")
        .hasMessageContaining("contacts[1].fax: unknown")
        .hasMessageContaining("contacts[1].webhook.url: (not shown)")
        .hasMessageContaining("contacts[1].webhook.secret: (not shown)")
        .hasMessageContaining("contacts[1].participant: eg (expected: each participant once)")
        .hasMessageNotContaining("a@example.org")
        .hasMessageNotContaining("whsec_short");
  }

  @Test
  void refusesAFileThatOthersMayRead() throws IOException {
    Path file = write("{\"contacts\": []}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> new ContactsFile(file))
        .hasMessage("contacts: mode open to others (expected: 0600)");
  }

  @Test
  void readsAChangeAndKeepsWhatWasBeforeAFaultyOne() throws IOException {
    Path file = write("{\"contacts\": []}");
    var contacts = new ContactsFile(file);
    assertThat(contacts.all()).isEmpty();

    write("{\"contacts\": [{\"participant\": \"eg\", \"language\": \"ar\"}]}");
    assertThat(contacts.all()).hasSize(1);
    write("{\"contacts\": [{\"participant\": ");
    assertThat(contacts.all()).hasSize(1);
  }
}
