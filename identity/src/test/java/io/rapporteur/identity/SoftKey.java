package io.rapporteur.identity;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A security key in software, with the browser in front of it: ES256, no attestation. */
final class SoftKey {

  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int ATTESTED = 0x40;

  private final byte[] id = new byte[32];
  private final KeyPair pair;
  private final String origin;
  private boolean verifies = true;
  private int counter;

  SoftKey(String origin) {
    this.origin = origin;
    new SecureRandom().nextBytes(id);
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** One that does not ask who holds it. */
  SoftKey withoutVerification() {
    verifies = false;
    return this;
  }

  /** Its counter goes back, as that of a copy would. */
  void forget(int uses) {
    counter -= uses;
  }

  /** The answer of the browser to options for making a key. */
  String make(String options) {
    JsonNode asked = JsonMapper.shared().readTree(options);
    byte[] authData = concat(data(asked.path("rp").path("id").asString(), ATTESTED), attested());
    byte[] object =
        concat(
            hex("a363666d74646e6f6e656761747453746d74a0686175746844617461"),
            authData.length < 256
                ? new byte[] {0x58, (byte) authData.length}
                : new byte[] {0x59, (byte) (authData.length >> 8), (byte) authData.length},
            authData);
    return """
        {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
         "response":{"attestationObject":"%2$s","clientDataJSON":"%3$s","transports":["usb"]}}"""
        .formatted(text(id), text(object), text(client("webauthn.create", asked)));
  }

  /** The answer of the browser to options for signing in. */
  String answer(String options) {
    JsonNode asked = JsonMapper.shared().readTree(options);
    counter++;
    byte[] authData = data(asked.path("rpId").asString(), 0);
    byte[] client = client("webauthn.get", asked);
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(authData);
      signature.update(sha256(client));
      return """
          {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
           "response":{"authenticatorData":"%2$s","clientDataJSON":"%3$s","signature":"%4$s"}}"""
          .formatted(text(id), text(authData), text(client), text(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] data(String party, int more) {
    int flags = PRESENT | (verifies ? VERIFIED : 0) | more;
    return ByteBuffer.allocate(37)
        .put(sha256(party.getBytes(StandardCharsets.UTF_8)))
        .put((byte) flags)
        .putInt(counter)
        .array();
  }

  private byte[] attested() {
    var key = (ECPublicKey) pair.getPublic();
    return concat(
        new byte[16],
        new byte[] {0, (byte) id.length},
        id,
        hex("a5010203262001215820"),
        coordinate(key.getW().getAffineX().toByteArray()),
        hex("225820"),
        coordinate(key.getW().getAffineY().toByteArray()));
  }

  private byte[] client(String type, JsonNode asked) {
    return """
        {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}"""
        .formatted(type, asked.path("challenge").asString(), origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] coordinate(byte[] number) {
    byte[] fixed = new byte[32];
    int length = Math.min(number.length, fixed.length);
    System.arraycopy(number, number.length - length, fixed, fixed.length - length, length);
    return fixed;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] concat(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
