package io.rapporteur.identity.account.http;

import java.net.URI;
import java.util.Optional;

/**
 * Links of invitations: {@code <address>/people/invitation?code=<code>.<account>}.
 *
 * @param address where people reach the pages, without path
 */
public record InvitationLinks(URI address) {

  /** Path of the page that they lead to. */
  public static final String PATH = "/people/invitation";

  URI link(String account, String code) {
    return URI.create(address + PATH + "?code=" + code + "." + account);
  }

  /**
   * What a link says.
   *
   * @param parameter value of {@code code}
   */
  public static Optional<Invited> read(String parameter) {
    int dot = parameter.indexOf('.');
    return dot < 1
        ? Optional.empty()
        : Optional.of(new Invited(parameter.substring(dot + 1), parameter.substring(0, dot)));
  }

  /** The account of a link, and the code that opens its invitation. */
  public record Invited(String account, String code) {}
}
