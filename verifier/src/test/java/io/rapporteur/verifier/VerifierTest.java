package io.rapporteur.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A receipt in a tree of two, against every field that someone could alter. */
class VerifierTest {

  private static final String DIGEST = "aa".repeat(32);
  private static final String OTHER = "bb".repeat(32);

  private static ECKey receiptKey;
  private static ECKey editionKey;

  @BeforeAll
  static void makeKeys() throws JOSEException {
    receiptKey = new ECKeyGenerator(Curve.P_256).keyID("r").generate();
    editionKey = new ECKeyGenerator(Curve.P_256).keyID("e").generate();
  }

  @Test
  void verifiesAReceiptWhoseDigestIsInTheTree() {
    var verified = verifier().verify(json(receipt()), json(proofs()));

    assertThat(verified.code()).isEqualTo("XT97");
    assertThat(verified.edition()).isEqualTo("Add.1");
    assertThat(verified.root()).isEqualTo(root());
    assertThat(verified.rootBefore()).contains("ee".repeat(32));
  }

  @ParameterizedTest
  @CsvSource({
    "code, XT98",
    "comment, another",
    "participant, br",
    "receivedAt, 2021-03-01T00:00:00Z",
    "nonce, 01",
    "digest, " + "bb",
    "signature, x.y.z",
  })
  void refusesAReceiptThatWasAltered(String field, String value) {
    Map<String, Object> receipt = receipt();
    receipt.put(field, value);

    assertThatThrownBy(() -> verifier().verify(json(receipt), json(proofs())))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void refusesARevisionThatWasAltered() {
    Map<String, Object> receipt = receipt();
    receipt.put("revision", 2);

    assertThatThrownBy(() -> verifier().verify(json(receipt), json(proofs())))
        .hasMessage("receipt.revision: 2 (expected: 1)");
  }

  static Stream<Map.Entry<String, Object>> alteredProofs() {
    return Stream.of(
        Map.entry("index", 1),
        Map.entry("index", 7),
        Map.entry("index", "zero"),
        Map.entry("path", List.of()),
        Map.entry("path", List.of(leaf(OTHER))),
        Map.entry("path", List.of(leaf("c2"), leaf("c2"))),
        Map.entry("path", List.of("no hash")),
        Map.entry("comment", "c2"),
        Map.entry("revision", 2));
  }

  @ParameterizedTest
  @MethodSource("alteredProofs")
  void refusesAProofThatWasAltered(Map.Entry<String, Object> altered) {
    Map<String, Object> proof = new TreeMap<>(proof());
    proof.put(altered.getKey(), altered.getValue());
    Map<String, Object> proofs = proofs();
    proofs.put("proofs", List.of(proof));

    assertThatThrownBy(() -> verifier().verify(json(receipt()), json(proofs)))
        .isInstanceOf(RefusedException.class);
  }

  static Stream<Map.Entry<String, Object>> alteredFrames() {
    return Stream.of(
        Map.entry("size", 1),
        Map.entry("size", 3),
        Map.entry("digest", OTHER),
        Map.entry("edition", "first"),
        Map.entry("consultation", "another"),
        Map.entry("manifest", "x.y.z"),
        Map.entry("proofs", List.of()),
        Map.entry("proofs", "none"));
  }

  @ParameterizedTest
  @MethodSource("alteredFrames")
  void refusesProofsInAnotherFrame(Map.Entry<String, Object> altered) {
    Map<String, Object> proofs = proofs();
    proofs.put(altered.getKey(), altered.getValue());

    assertThatThrownBy(() -> verifier().verify(json(receipt()), json(proofs)))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void aReceiptOfASubmissionProvesEachOfItsComments() {
    Map<String, Object> receipt = receipt();
    receipt.remove("comment");
    receipt.remove("signature");
    receipt.put("submission", "s1");
    receipt.put("signature", sign(receiptKey, "rapporteur-receipt", receipt));
    Map<String, Object> proofs = proofs();
    proofs.put(
        "proofs",
        List.of(
            proof(),
            Map.of("comment", "c2", "revision", 1, "index", 1, "path", List.of(leaf("c1")))));

    assertThat(verifier().verify(json(receipt), json(proofs)).texts()).isEqualTo(2);
  }

  @Test
  void refusesWhatAnotherKeySigned() throws JOSEException {
    ECKey stranger = new ECKeyGenerator(Curve.P_256).keyID("r").generate();
    var verifier = new Verifier(set(stranger), set(editionKey));

    assertThatThrownBy(() -> verifier.verify(json(receipt()), json(proofs())))
        .hasMessageContaining("the signature is not of this text");
  }

  @Test
  void refusesAReceiptInThePlaceOfAManifest() {
    Map<String, Object> proof = proofs();
    proof.put("manifest", receipt().get("signature"));
    var verifier = new Verifier(set(receiptKey), set(receiptKey));

    assertThatThrownBy(() -> verifier.verify(json(receipt()), json(proof)))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void saysInASentenceWhetherFilesFit(@TempDir Path folder) throws IOException {
    String receipt = file(folder, "receipt.json", json(receipt()));
    String proof = file(folder, "proof.json", json(proofs()));
    String receiptKeys = file(folder, "receipt-keys.json", set(receiptKey));
    String editionKeys = file(folder, "edition-keys.json", set(editionKey));
    var said = new ByteArrayOutputStream();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);

    assertThat(VerifierMain.run(List.of(receipt, proof, receiptKeys, editionKeys), out)).isZero();
    assertThat(VerifierMain.run(List.of(receipt, receipt, receiptKeys, editionKeys), out))
        .isEqualTo(1);
    assertThat(VerifierMain.run(List.of("missing", proof, receiptKeys, editionKeys), out))
        .isEqualTo(2);
    assertThat(VerifierMain.run(List.of(receipt), out)).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("Receipt XT97: 1 of its texts in edition Add.1 of eg4.")
        .contains("Not verified. proof.manifest: missing")
        .contains("Not verified. missing: cannot be read")
        .contains("usage:");
  }

  private static String file(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Verifier verifier() {
    return new Verifier(set(receiptKey), set(editionKey));
  }

  private static Map<String, Object> receipt() {
    Map<String, Object> receipt = new TreeMap<>();
    receipt.put("code", "XT97");
    receipt.put("comment", "c1");
    receipt.put("participant", "eg");
    receipt.put("receivedAt", "2021-03-01T12:00:00Z");
    receipt.put("revision", 1);
    receipt.put("nonce", "00");
    receipt.put("digest", DIGEST);
    receipt.put("signature", sign(receiptKey, "rapporteur-receipt", receipt));
    return receipt;
  }

  private static Map<String, Object> proofs() {
    Map<String, Object> manifest =
        Map.of(
            "consultation",
            "eg4",
            "edition",
            "Add.1",
            "comments",
            2,
            "root",
            root(),
            "rootBefore",
            "ee".repeat(32));
    Map<String, Object> proofs = new TreeMap<>();
    proofs.put("consultation", "eg4");
    proofs.put("edition", "Add.1");
    proofs.put("digest", DIGEST);
    proofs.put("size", 2);
    proofs.put("manifest", sign(editionKey, "rapporteur-edition", manifest));
    proofs.put("proofs", List.of(proof()));
    return proofs;
  }

  private static Map<String, Object> proof() {
    return Map.of("comment", "c1", "revision", 1, "index", 0, "path", List.of(leaf("c2")));
  }

  private static String root() {
    return new InclusionProof(0, 2, List.of(leaf("c2"))).root(data("c1")).orElseThrow();
  }

  private static String leaf(String comment) {
    return new InclusionProof(0, 1, List.of()).root(data(comment)).orElseThrow();
  }

  private static byte[] data(String comment) {
    return "{\"comment\":\"%s\",\"digest\":\"%s\",\"revision\":1}"
        .formatted(comment, DIGEST)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String sign(ECKey key, String type, Map<String, Object> payload) {
    try {
      var signed =
          new JWSObject(
              new JWSHeader.Builder(JWSAlgorithm.ES256)
                  .type(new JOSEObjectType(type))
                  .keyID(key.getKeyID())
                  .build(),
              new Payload(payload));
      signed.sign(new ECDSASigner(key));
      return signed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String set(ECKey key) {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  private static String json(Map<String, Object> fields) {
    return JSONObjectUtils.toJSONString(fields);
  }
}
