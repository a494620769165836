package io.rapporteur.schemas.wire;

/** The five bytes before every value. */
final class WireFormat {

  static final byte MAGIC = 0;
  static final int HEADER = 1 + Integer.BYTES;

  private WireFormat() {}
}
