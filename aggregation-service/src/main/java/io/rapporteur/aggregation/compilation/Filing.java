package io.rapporteur.aggregation.compilation;

import java.util.Optional;

/**
 * How a revision stands in the log: for its owner and the secretariat, never in public.
 *
 * @param act what was done: {@code submitted}, {@code revised}, {@code withdrawn}, {@code invited},
 *     {@code joined}, {@code left}, {@code late-accepted} or {@code late-refused}
 * @param actor the participant that did it; empty where the secretariat did
 * @param submission that it belongs to
 */
public record Filing(
    Place place,
    String act,
    Optional<String> actor,
    Optional<String> submission,
    ReceiptCard receipt) {

  /** A receipt as its owner has it; digest in 64 hexadecimal digits. */
  public record ReceiptCard(String code, String nonce, String digest, String signature) {}
}
