package io.rapporteur.schemas.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * Whose address it is, for limits: of IPv6 the first 64 bits, which one subscriber has for itself.
 */
public final class ClientAddress {

  private static final int NETWORK_BYTES = 8;

  private ClientAddress() {}

  /**
   * The key of an address.
   *
   * @param remote address as the server knows it: of the connection, or what a trusted proxy says
   */
  public static String key(String remote) {
    if (remote.indexOf(':') < 0) {
      return remote;
    }
    try {
      // An address, not a name: nothing is looked up.
      InetAddress address = InetAddress.ofLiteral(remote);
      return address instanceof Inet6Address
          ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES) + "::/64"
          : address.getHostAddress();
    } catch (IllegalArgumentException e) {
      return remote;
    }
  }
}
