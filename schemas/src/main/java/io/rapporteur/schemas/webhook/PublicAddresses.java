package io.rapporteur.schemas.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses a webhook may go to: those of the public Internet alone. Private, shared,
 * loopback, link-local, unique-local, multicast, unspecified, reserved and benchmark addresses are
 * refused, as are IPv6 addresses that carry such an IPv4 address or lead through a translator.
 * Source: the IANA registries of special-purpose addresses (RFC 6890). Pure.
 */
final class PublicAddresses {

  private record Block(int[] prefix, int bits) {}

  private static final List<Block> IPV4 =
      List.of(
          new Block(new int[] {0}, 8),
          new Block(new int[] {10}, 8),
          new Block(new int[] {100, 64}, 10),
          new Block(new int[] {127}, 8),
          new Block(new int[] {169, 254}, 16),
          new Block(new int[] {172, 16}, 12),
          new Block(new int[] {192, 0, 0}, 24),
          new Block(new int[] {192, 0, 2}, 24),
          new Block(new int[] {192, 88, 99}, 24),
          new Block(new int[] {192, 168}, 16),
          new Block(new int[] {198, 18}, 15),
          new Block(new int[] {198, 51, 100}, 24),
          new Block(new int[] {203, 0, 113}, 24),
          new Block(new int[] {224}, 3));

  /** Global unicast is 2000::/3; of it, these are not plain addresses of a host. */
  private static final List<Block> IPV6 =
      List.of(
          new Block(new int[] {0x20, 0x01, 0x00}, 23),
          new Block(new int[] {0x20, 0x01, 0x0d, 0xb8}, 32),
          new Block(new int[] {0x20, 0x02}, 16),
          new Block(new int[] {0x3f, 0xff}, 20));

  private PublicAddresses() {}

  /** Whether a webhook may go there. */
  static boolean contain(@Nullable InetAddress address) {
    if (address == null) {
      return false;
    }
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return IPV4.stream().noneMatch(block -> in(block, bytes));
    }
    boolean globalUnicast = (bytes[0] & 0xE0) == 0x20;
    return globalUnicast && IPV6.stream().noneMatch(block -> in(block, bytes));
  }

  private static boolean in(Block block, byte[] address) {
    for (int bit = 0; bit < block.bits; bit++) {
      int octet = bit / Byte.SIZE;
      int mask = 0x80 >> (bit % Byte.SIZE);
      int wanted = octet < block.prefix.length ? block.prefix[octet] : 0;
      if ((address[octet] & mask) != (wanted & mask)) {
        return false;
      }
    }
    return true;
  }
}
