package io.rapporteur.ingest.circulation.smtp;

import java.time.Duration;

/**
 * How the mail server is reached.
 *
 * @param host its name
 * @param port its port
 * @param username empty for none
 * @param password never printed
 * @param startTls whether the connection must be encrypted before anything is said
 * @param from sender of the mails
 * @param patience for each step of the conversation
 * @param longest conversation, whatever the server does
 */
public record SmtpAccess(
    String host,
    int port,
    String username,
    String password,
    boolean startTls,
    String from,
    Duration patience,
    Duration longest) {

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
