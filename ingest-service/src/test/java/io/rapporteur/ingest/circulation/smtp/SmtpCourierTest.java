package io.rapporteur.ingest.circulation.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.rapporteur.ingest.circulation.Contact;
import io.rapporteur.ingest.circulation.Courier.Outcome;
import io.rapporteur.ingest.circulation.DrippingServer;
import io.rapporteur.ingest.circulation.MadeCertificate;
import io.rapporteur.ingest.circulation.Message;
import io.rapporteur.ingest.circulation.Occasion;
import io.rapporteur.ingest.circulation.Occasion.Kind;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real mail server, and against servers that behave badly. */
class SmtpCourierTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2021-02-01T10:00:00Z"), ZoneOffset.UTC);
  private static final Set<String> HEADERS =
      Set.of(
          "Return-Path",
          "Received",
          "Date",
          "From",
          "To",
          "Message-ID",
          "Subject",
          "MIME-Version",
          "Content-Type",
          "Content-Language",
          "Auto-Submitted");

  @TempDir static Path folder;
  private GreenMail mail;

  @BeforeEach
  void start() {
    mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  private static SmtpCourier courier(int port, Duration patience, Duration longest) {
    return new SmtpCourier(
        new SmtpAccess("127.0.0.1", port, "", "", false, "desk@example.org", patience, longest),
        CLOCK);
  }

  private SmtpCourier courier() {
    return courier(mail.getSmtp().getPort(), Duration.ofSeconds(20), Duration.ofSeconds(60));
  }

  private static Message message(Map<String, String> titles, String edition) {
    return new Message(
        "4f6ae7b2-0000-8000-8000-000000000000",
        "c",
        new Occasion(Kind.PUBLISHED, Instant.EPOCH, Optional.empty(), Optional.of(edition)),
        titles,
        "Europe/Vienna",
        URI.create("https://example.org/c"));
  }

  private static Contact contact(String language) {
    return new Contact(language, language, Optional.of("eg@example.org"), Optional.empty());
  }

  private MimeMessage only() {
    assertThat(mail.getReceivedMessages()).hasSize(1);
    return mail.getReceivedMessages()[0];
  }

  @ParameterizedTest
  @CsvSource({
    "ar, عنوان, rtl",
    "zh, 标题, ltr",
    "en, A title, ltr",
    "fr, Une consultation à l’étude, ltr",
    "ru, Название, ltr",
    "es, Título ñ, ltr"
  })
  void carriesALetterOfEachLanguageWithItsSubjectEncoded(
      String language, String title, String direction) throws Exception {
    assertThat(courier().carry(message(Map.of(language, title), "Add.1"), contact(language)))
        .isEqualTo(new Outcome.Taken());

    MimeMessage letter = only();
    assertThat(letter.getHeader("Content-Language")).containsExactly(language);
    assertThat(letter.getSubject()).contains(title);
    String raw = letter.getHeader("Subject", null);
    assertThat(raw)
        .isEqualTo(new String(raw.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII));
    var parts = (MimeMultipart) letter.getContent();
    assertThat(letter.getContentType()).startsWith("multipart/alternative");
    BodyPart plain = parts.getBodyPart(0);
    BodyPart html = parts.getBodyPart(1);
    assertThat(plain.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    assertThat(html.getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
    assertThat((String) plain.getContent()).contains(title, "Add.1", "https://example.org/c");
    assertThat((String) html.getContent())
        .contains("<html lang=\"" + language + "\" dir=\"" + direction + "\">", title);
    assertThat(letter.getSentDate()).isEqualTo(CLOCK.instant());
    assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A title\r\nBcc: x@example.org",
        "A title\nBcc: x@example.org\n\nbody",
        "A title\rBcc: x@example.org",
        "A title\u0085Bcc: x@example.org",
        "A title\u2028Bcc: x@example.org",
        "عنوان\r\nBcc: x@example.org",
        "A title\r\n.\r\nMAIL FROM:<x@example.org>\r\n"
      })
  void letsNoTitleAndNoEditionBecomeAHeaderOrACommand(String text) throws Exception {
    assertThat(courier().carry(message(Map.of("en", text), text), contact("en")))
        .isEqualTo(new Outcome.Taken());

    MimeMessage letter = only();
    assertThat(Collections.list(letter.getAllHeaders()))
        .extracting(Header::getName)
        .isSubsetOf(HEADERS);
    assertThat(letter.getAllRecipients()).hasSize(1);
    assertThat(letter.getSubject().lines()).hasSize(1);
    assertThat(((MimeMultipart) letter.getContent()).getCount()).isEqualTo(2);
  }

  @Test
  void hasOneRecipientAndAnIdThatStays() throws Exception {
    Message message = message(Map.of("en", "A title"), "first");
    courier().carry(message, contact("en"));
    courier().carry(message, contact("en"));

    assertThat(mail.getReceivedMessages()).hasSize(2);
    for (MimeMessage each : mail.getReceivedMessages()) {
      assertThat(each.getMessageID()).isEqualTo("<" + message.id() + "@example.org>");
      assertThat(each.getAllRecipients())
          .extracting(Object::toString)
          .containsExactly("eg@example.org");
      assertThat(each.getFrom()).extracting(Object::toString).containsExactly("desk@example.org");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "220 mail.example.org ESMTP\r\n250-"})
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void endsWithAServerThatSaysOneByteAtATime(String before) throws IOException {
    try (var dripping = new DrippingServer(before + "220-" + "x".repeat(60_000))) {
      var courier = courier(dripping.port(), Duration.ofSeconds(30), Duration.ofSeconds(2));

      assertThat(courier.carry(message(Map.of("en", "A title"), "first"), contact("en")))
          .isEqualTo(new Outcome.NotNow("the mail server took too long"));
    }
  }

  @Test
  void endsWithAServerThatSaysNothing() throws IOException {
    try (var silent = new DrippingServer("")) {
      assertThat(
              courier(silent.port(), Duration.ofMillis(300), Duration.ofSeconds(30))
                  .carry(message(Map.of("en", "A title"), "first"), contact("en")))
          .isEqualTo(new Outcome.NotNow("the mail server cannot be reached or broke off"));
    }
  }

  @Test
  void tellsAMailTakenThatTheServerTookAlthoughItBrokeOffAfterwards() throws Exception {
    try (var server = new Scripted(Map.of("QUIT", ""))) {
      assertThat(server.answer()).isEqualTo(new Outcome.Taken());
      assertThat(server.heard).last().isEqualTo("QUIT");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RCPT | 550 no such user eg@example.org | Never | the mail server refuses the recipient (550)",
        "RCPT | 500 no | Never | the mail server refuses the recipient (500)",
        "RCPT | 450 greylisted | NotNow | the mail server refuses the recipient (450)",
        "DATA | 554 no | NotNow | the mail server refuses the mail",
        "MAIL | 451 later | NotNow | the mail server refuses the mail",
        "DATA | '' | NotNow | the mail server cannot be reached or broke off"
      })
  void tellsInWordsWhatTheServerRefused(String command, String answer, String kind, String cause)
      throws Exception {
    try (var server = new Scripted(Map.of(command, answer))) {
      assertThat(server.answer())
          .isEqualTo(kind.equals("Never") ? new Outcome.Never(cause) : new Outcome.NotNow(cause));
    }
  }

  @Test
  void saysNothingBeforeTheConnectionIsEncryptedWhereItMustBe() throws Exception {
    try (var server = new Scripted(Map.of())) {
      var courier =
          new SmtpCourier(
              new SmtpAccess(
                  "127.0.0.1",
                  server.port(),
                  "user",
                  "password",
                  true,
                  "desk@example.org",
                  Duration.ofSeconds(20),
                  Duration.ofSeconds(60)),
              CLOCK);

      assertThat(courier.carry(message(Map.of("en", "A title"), "first"), contact("en")))
          .isInstanceOf(Outcome.NotNow.class);
      assertThat(server.heard)
          .noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }
  }

  @Test
  void isEncryptedWithACertificateThatIsTrustedAndOfTheServer() throws Exception {
    var certificate = new MadeCertificate(folder, "localhost");
    var other = new MadeCertificate(folder, "other.example.org");
    Outcome refused =
        new Outcome.NotNow(
            "the certificate of the mail server is not trusted, not valid now, or not for its"
                + " name");

    assertThat(encrypted(certificate, certificate.trusting())).isEqualTo(new Outcome.Taken());
    assertThat(encrypted(certificate, SSLContext.getDefault())).isEqualTo(refused);
    assertThat(encrypted(other, other.trusting())).isEqualTo(refused);
  }

  private static Outcome encrypted(MadeCertificate certificate, SSLContext trust) throws Exception {
    try (var server = new Scripted(Map.of(), Optional.of(certificate.serving()))) {
      var access =
          new SmtpAccess(
              "localhost",
              server.port(),
              "",
              "",
              true,
              "desk@example.org",
              Duration.ofSeconds(20),
              Duration.ofSeconds(60));
      Outcome outcome =
          new SmtpCourier(access, CLOCK, trust.getSocketFactory())
              .carry(message(Map.of("en", "A title"), "first"), contact("en"));
      assertThat(server.heard.stream().anyMatch(line -> line.startsWith("MAIL")))
          .isEqualTo(outcome instanceof Outcome.Taken);
      return outcome;
    }
  }

  @Test
  void tellsThatItsCredentialsAreNotAccepted() throws Exception {
    mail.setUser("desk@example.org", "user", "password");
    mail.getUserManager().setAuthRequired(true);
    var courier =
        new SmtpCourier(
            new SmtpAccess(
                "127.0.0.1",
                mail.getSmtp().getPort(),
                "user",
                "another",
                false,
                "desk@example.org",
                Duration.ofSeconds(20),
                Duration.ofSeconds(60)),
            CLOCK);

    assertThat(courier.carry(message(Map.of("en", "A title"), "first"), contact("en")))
        .isEqualTo(new Outcome.NotNow("the mail server does not accept our credentials"));
  }

  @Test
  void handsItsCredentialsIn() throws Exception {
    mail.setUser("desk@example.org", "user", "password");
    var courier =
        new SmtpCourier(
            new SmtpAccess(
                "127.0.0.1",
                mail.getSmtp().getPort(),
                "user",
                "password",
                false,
                "desk@example.org",
                Duration.ofSeconds(20),
                Duration.ofSeconds(60)),
            CLOCK);

    assertThat(courier.carry(message(Map.of("en", "A title"), "first"), contact("en")))
        .isEqualTo(new Outcome.Taken());
  }

  /** A server of one conversation, which answers one command as it is told to. */
  private static final class Scripted implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private final Optional<SSLContext> tls;

    Scripted(Map<String, String> answers) throws IOException {
      this(answers, Optional.empty());
    }

    /** An empty answer breaks the connection off; with a certificate it offers STARTTLS. */
    Scripted(Map<String, String> answers, Optional<SSLContext> tls) throws IOException {
      this.answers = answers;
      this.tls = tls;
      Thread.startVirtualThread(this::converse);
    }

    int port() {
      return listening.getLocalPort();
    }

    Outcome answer() {
      return courier(port(), Duration.ofSeconds(20), Duration.ofSeconds(60))
          .carry(message(Map.of("en", "A title"), "first"), contact("en"));
    }

    private void converse() {
      try (Socket connection = listening.accept()) {
        say(connection, "220 mail.example.org");
        converse(connection);
      } catch (IOException e) {
        // The other side has left.
      }
    }

    private void converse(Socket connection) throws IOException {
      var lines =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
      boolean body = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (body) {
          if (line.equals(".")) {
            body = false;
            say(connection, "250 taken");
          }
          continue;
        }
        heard.add(line);
        String command = line.substring(0, Math.min(4, line.length()));
        if (tls.isPresent() && command.equals("STAR")) {
          say(connection, "220 go on");
          var encrypted =
              (SSLSocket) tls.get().getSocketFactory().createSocket(connection, "mail", 0, true);
          encrypted.setUseClientMode(false);
          converse(encrypted);
          return;
        }
        String standard =
            command.equals("DATA")
                ? "354 go on"
                : command.equals("EHLO") && tls.isPresent()
                    ? "250-mail.example.org\r\n250 STARTTLS"
                    : "250 yes";
        String answer = answers.getOrDefault(command, standard);
        if (answer.isEmpty()) {
          // A reset rather than an end.
          connection.setSoLinger(true, 0);
          return;
        }
        say(connection, answer);
        body = answer.startsWith("354");
      }
    }

    private static void say(Socket connection, String line) throws IOException {
      connection.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
      listening.close();
    }
  }
}
