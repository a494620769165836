package io.rapporteur.ingest.circulation.smtp;

import io.rapporteur.ingest.circulation.Contact;
import io.rapporteur.ingest.circulation.Courier;
import io.rapporteur.ingest.circulation.Message;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries messages by e-mail: one recipient each, in the language of the contact, as plain text and
 * simple HTML, with the id of the delivery as Message-ID, so that a mail sent twice is seen to be
 * one (RFC 5322, 3.6.4). A conversation ends at a time of its own, whatever the server does.
 * Refused for good is what the server refuses with a 5xx for the recipient; everything else may go
 * better later. Thread-safe.
 */
public final class SmtpCourier implements Courier {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final int PERMANENT = 500;
  private static final Logger LOG = LoggerFactory.getLogger(SmtpCourier.class);
  private static final Outcome BROKEN_OFF =
      new Outcome.NotNow("the mail server cannot be reached or broke off");
  private static final Outcome TOO_LONG = new Outcome.NotNow("the mail server took too long");

  private final SmtpAccess access;
  private final Clock clock;
  private final Properties settings = new Properties();
  private final LetterWriting letters = new LetterWriting();

  /**
   * Connects at each try; trusts what this JVM does.
   *
   * @param clock gives the date of a mail
   */
  public SmtpCourier(SmtpAccess access, Clock clock) {
    this(access, clock, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  SmtpCourier(SmtpAccess access, Clock clock, SSLSocketFactory trust) {
    this.access = access;
    this.clock = clock;
    String patience = Long.toString(access.patience().toMillis());
    settings.put("mail.smtp.connectiontimeout", patience);
    settings.put("mail.smtp.timeout", patience);
    settings.put("mail.smtp.writetimeout", patience);
    settings.put("mail.smtp.starttls.enable", Boolean.toString(access.startTls()));
    settings.put("mail.smtp.starttls.required", Boolean.toString(access.startTls()));
    settings.put("mail.smtp.ssl.checkserveridentity", "true");
    settings.put("mail.smtp.ssl.socketFactory", trust);
    settings.put("mail.smtp.auth", Boolean.toString(!access.username().isEmpty()));
    // Our own name for HELO and Message-ID, without asking the name service for this machine's.
    settings.put("mail.smtp.localhost", domain());
    settings.put("mail.smtp.socketFactory.fallback", "false");
  }

  @Override
  public Outcome carry(Message message, Contact contact) {
    try (var conversation = new Conversation(access.longest())) {
      Outcome outcome = carry(message, contact, conversation);
      return outcome.equals(BROKEN_OFF) && conversation.lastedTooLong() ? TOO_LONG : outcome;
    }
  }

  private Outcome carry(Message message, Contact contact, Conversation conversation) {
    var own = new Properties();
    own.putAll(settings);
    own.put("mail.smtp.socketFactory", conversation);
    Session session = Session.getInstance(own);
    try {
      Transport transport = session.getTransport("smtp");
      try {
        MimeMessage mail = mail(session, message, contact);
        transport.connect(
            access.host(),
            access.port(),
            access.username().isEmpty() ? null : access.username(),
            access.username().isEmpty() ? null : access.password());
        transport.sendMessage(mail, mail.getAllRecipients());
        return new Outcome.Taken();
      } finally {
        leave(transport);
      }
    } catch (AuthenticationFailedException e) {
      return new Outcome.NotNow("the mail server does not accept our credentials");
    } catch (SendFailedException e) {
      return refused(e);
    } catch (MessagingException e) {
      if (ofCertificate(e)) {
        return new Outcome.NotNow(
            "the certificate of the mail server is not trusted, not valid now, or not for its name");
      }
      // Its message may carry an address or what the server wrote: it is not told.
      return BROKEN_OFF;
    }
  }

  private static boolean ofCertificate(Throwable e) {
    return e instanceof CertificateException
        || (e.getCause() != null && ofCertificate(e.getCause()));
  }

  /** What the server says to our leave is of no matter: a mail that it took is taken. */
  private static void leave(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("the mail server broke off at our leave");
    }
  }

  private static Outcome refused(SendFailedException refusal) {
    for (Exception e = refusal; e instanceof MessagingException next; e = next.getNextException()) {
      if (e instanceof SMTPAddressFailedException address) {
        String cause = "the mail server refuses the recipient (" + address.getReturnCode() + ")";
        return address.getReturnCode() >= PERMANENT
            ? new Outcome.Never(cause)
            : new Outcome.NotNow(cause);
      }
    }
    return new Outcome.NotNow("the mail server refuses the mail");
  }

  private MimeMessage mail(Session session, Message message, Contact contact)
      throws MessagingException {
    Letter letter = letters.write(message, contact.language());
    var mail = new Identified(session, "<" + message.id() + "@" + domain() + ">");
    mail.setFrom(new InternetAddress(access.from()));
    mail.setRecipient(
        jakarta.mail.Message.RecipientType.TO,
        new InternetAddress(contact.email().orElseThrow(), true));
    mail.setSubject(letter.subject(), UTF_8);
    mail.setSentDate(Date.from(clock.instant()));
    mail.setHeader("Content-Language", letter.language());
    // No out-of-office answers (RFC 3834).
    mail.setHeader("Auto-Submitted", "auto-generated");
    var plain = new MimeBodyPart();
    plain.setText(letter.plain(), UTF_8, "plain");
    var html = new MimeBodyPart();
    html.setText(letter.html(), UTF_8, "html");
    mail.setContent(new MimeMultipart("alternative", plain, html));
    mail.saveChanges();
    return mail;
  }

  private String domain() {
    return access.from().substring(access.from().indexOf('@') + 1);
  }

  /** Jakarta Mail makes an id of its own at every saving unless it is told not to. */
  private static final class Identified extends MimeMessage {

    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
