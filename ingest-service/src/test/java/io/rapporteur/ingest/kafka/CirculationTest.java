package io.rapporteur.ingest.kafka;

import static io.rapporteur.ingest.kafka.CirculatingInstance.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.ingest.circulation.Channel;
import io.rapporteur.ingest.circulation.Contact;
import io.rapporteur.ingest.circulation.Delivery;
import io.rapporteur.ingest.circulation.Delivery.State;
import io.rapporteur.ingest.circulation.smtp.SmtpAccess;
import io.rapporteur.ingest.circulation.smtp.SmtpCourier;
import io.rapporteur.ingest.consultations.Change;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Instances of ingest on one real log, with a real mail server. */
class CirculationTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path shared;
  private static CatalogueBroker broker;

  @TempDir Path folder;
  private GreenMail mail;
  private String consultation;
  private final Clock clock = Clock.systemUTC();
  private final List<Contact> contacts =
      List.of(
          new Contact("eg", "ar", Optional.of("eg@example.org"), Optional.empty()),
          new Contact("br", "es", Optional.of("br@example.org"), Optional.empty()),
          new Contact("nobody", "en", Optional.of("nobody@example.org"), Optional.empty()));

  @BeforeAll
  static void startBroker() {
    broker = CatalogueBroker.start(shared.resolve("kafka"));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void startMail(TestInfo test) {
    consultation = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
    mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    mail.start();
  }

  @AfterEach
  void stopMail() {
    mail.stop();
  }

  private CirculatingInstance instance(String name, int smtpPort) throws IOException {
    var smtp =
        new SmtpAccess(
            "127.0.0.1",
            smtpPort,
            "",
            "",
            false,
            "desk@example.org",
            Duration.ofSeconds(2),
            Duration.ofSeconds(8));
    return new CirculatingInstance(
        broker,
        folder.resolve(name),
        consultation,
        () -> contacts,
        Map.of(Channel.EMAIL, new SmtpCourier(smtp, clock)));
  }

  private List<MimeMessage> mailsTo(String address) {
    return Arrays.stream(mail.getReceivedMessages())
        .filter(
            each -> {
              try {
                return each.getAllRecipients()[0].toString().equals(address);
              } catch (MessagingException e) {
                throw new UncheckedIOException(new IOException(e));
              }
            })
        .toList();
  }

  @Test
  void tellsEachParticipantInItsLanguageUnderAnIdThatStays() throws Exception {
    try (CirculatingInstance one = instance("one", mail.getSmtp().getPort()).released().running()) {
      one.open();

      await().atMost(PATIENCE).until(() -> one.ended().size() == 2);

      MimeMessage arabic = mailsTo("eg@example.org").getFirst();
      assertThat(arabic.getSubject()).contains("عنوان");
      assertThat(arabic.getHeader("Content-Language")).containsExactly("ar");
      assertThat(mailsTo("br@example.org").getFirst().getSubject())
          .isEqualTo("Consulta abierta: A title");
      assertThat(mail.getReceivedMessages()).hasSize(2);
      String id =
          one.found().stream()
              .filter(d -> d.participant().equals("eg"))
              .map(Delivery::id)
              .findFirst()
              .orElseThrow();
      assertThat(arabic.getMessageID()).isEqualTo("<" + id + "@example.org>");
    }
  }

  @Test
  void tellsAnExtensionForOneToThatOneAlone() throws Exception {
    try (CirculatingInstance one = instance("one", mail.getSmtp().getPort()).released().running()) {
      one.open();
      one.change(
          new Change.Extend(Optional.of("br"), now().plus(Duration.ofDays(70)), "asked for"));

      await().atMost(PATIENCE).until(() -> one.ended().size() == 3);

      assertThat(mailsTo("br@example.org")).hasSize(2);
      assertThat(mailsTo("eg@example.org")).hasSize(1);
    }
  }

  @Test
  void sendsOnceFromTwoInstances() throws Exception {
    try (CirculatingInstance one = instance("one", mail.getSmtp().getPort()).released().running();
        CirculatingInstance two = instance("two", mail.getSmtp().getPort()).released().running()) {
      one.open();
      for (int i = 0; i < 5; i++) {
        one.change(
            new Change.Extend(Optional.empty(), now().plus(Duration.ofDays(70 + i)), "again"));
      }

      await().atMost(PATIENCE).until(() -> one.ended().size() == 12 && two.ended().size() == 12);

      assertThat(mail.getReceivedMessages()).hasSize(12);
      assertThat(one.found()).isEqualTo(two.found());
      assertThat(one.found()).allSatisfy(d -> assertThat(d.state()).isEqualTo(new State.Sent()));
      // Due, claimed, sent: what the other wrote is void.
      assertThat(one.found()).allSatisfy(d -> assertThat(d.revision()).isEqualTo(3));
    }
  }

  @Test
  void letsOneOfTwoThatSawTheSameDeliveryClaimIt() throws Exception {
    try (CirculatingInstance one = instance("one", mail.getSmtp().getPort()).released();
        CirculatingInstance two = instance("two", mail.getSmtp().getPort()).released()) {
      one.open();
      assertThat(one.circulating.makeDue()).isEqualTo(2);
      await().atMost(PATIENCE).until(() -> two.found().size() == 2);
      Delivery seen = two.found().getFirst();

      assertThat(one.deliveries.claim(seen, now().plusSeconds(20), now())).isPresent();
      assertThat(two.deliveries.claim(seen, now().plusSeconds(20), now())).isEmpty();
      assertThat(two.circulating.triable()).hasSize(1);
    }
  }

  @Test
  void goesOnWithAClaimThatHasExpired() throws Exception {
    try (CirculatingInstance one = instance("one", mail.getSmtp().getPort()).released();
        CirculatingInstance two = instance("two", mail.getSmtp().getPort()).released()) {
      one.open();
      one.circulating.makeDue();
      Delivery seen = one.found().getFirst();
      Delivery lost = one.deliveries.claim(seen, now(), now()).orElseThrow();

      await().atMost(PATIENCE).until(() -> two.circulating.triable().size() == 2);
      two.circulating.triable().forEach(two.circulating::attempt);
      one.deliveries.sent(lost, now());

      assertThat(two.ended()).hasSize(2);
      assertThat(two.found()).extracting(Delivery::tries).containsExactlyInAnyOrder(1, 2);
    }
  }

  @Test
  void saysNothingAgainAfterARebuildNorFromACopy() throws Exception {
    try (CirculatingInstance one = instance("one", mail.getSmtp().getPort()).released().running()) {
      one.open();
      await().atMost(PATIENCE).until(() -> one.ended().size() == 2);
    }
    FileSystemUtils.deleteRecursively(folder.resolve("one/view"));
    FileSystemUtils.copyRecursively(
        folder.resolve("one/circulation"), folder.resolve("copy/circulation"));

    try (CirculatingInstance rebuilt = instance("one", mail.getSmtp().getPort());
        CirculatingInstance copy = instance("copy", mail.getSmtp().getPort());
        CirculatingInstance replica = instance("replica", mail.getSmtp().getPort())) {
      assertThat(rebuilt.circulating.makeDue()).isZero();
      assertThat(rebuilt.circulating.triable()).isEmpty();
      rebuilt.change(new Change.Extend(Optional.empty(), now().plus(Duration.ofDays(70)), "again"));
      await().atMost(PATIENCE).until(() -> copy.seen() == 2 && replica.seen() == 2);
      for (CirculatingInstance held : new CirculatingInstance[] {copy, replica}) {
        assertThat(held.circulating.makeDue()).isZero();
        assertThat(held.circulating.triable()).isEmpty();
      }
      assertThat(rebuilt.circulating.makeDue()).isEqualTo(2);
      await().atMost(PATIENCE).until(() -> copy.found().size() == 4);
      assertThat(copy.circulating.triable()).isEmpty();

      copy.released();

      assertThat(copy.circulating.triable()).isEmpty();
      assertThat(mail.getReceivedMessages()).hasSize(2);
    }
  }

  @Test
  void delaysNoEventWhileTheMailServerIsDownTriesAgainAndGivesUp() throws Exception {
    int port = mail.getSmtp().getPort();
    mail.stop();
    try (CirculatingInstance one = instance("one", port).released().running()) {
      Instant before = now();
      one.open();
      assertThat(Duration.between(before, now())).isLessThan(Duration.ofSeconds(5));

      await().atMost(PATIENCE).until(() -> one.ended().size() == 2);

      assertThat(one.found())
          .allSatisfy(
              d -> {
                assertThat(d.tries()).isEqualTo(3);
                assertThat(d.state())
                    .isEqualTo(new State.Failed("the mail server cannot be reached or broke off"));
              });
    }
  }

  @Test
  void succeedsWhenTheMailServerComesBack() throws Exception {
    int port = mail.getSmtp().getPort();
    mail.stop();
    try (CirculatingInstance one = instance("one", port).released()) {
      one.open();
      one.circulating.makeDue();
      one.circulating.triable().forEach(one.circulating::attempt);
      assertThat(one.found()).allSatisfy(d -> assertThat(d.state()).isInstanceOf(State.Due.class));

      mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      mail.start();
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                one.circulating.triable().forEach(one.circulating::attempt);
                return one.ended().size() == 2;
              });

      assertThat(mail.getReceivedMessages()).hasSize(2);
      assertThat(one.found()).allSatisfy(d -> assertThat(d.state()).isEqualTo(new State.Sent()));
    }
  }
}
