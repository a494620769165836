package io.rapporteur.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle of two files, against everything that someone could alter. */
class BundleVerifierTest {

  @TempDir private Path folder;
  private Path bundle;
  private ECKey key;

  @BeforeEach
  void make() throws Exception {
    bundle = Files.createDirectories(folder.resolve("bundle"));
    key = new ECKeyGenerator(Curve.P_256).keyID("e").generate();
    Files.writeString(bundle.resolve("index.html"), "<p>قاعدة</p>");
    Files.writeString(bundle.resolve("comments.csv"), "a,b");
    sign(key, "rapporteur-bundle");
  }

  private void sign(ECKey with, String type) throws Exception {
    Map<String, Object> manifest =
        Map.of(
            "consultation",
            "c",
            "edition",
            "first",
            "files",
            List.of(named("index.html"), named("comments.csv")));
    String text = JSONObjectUtils.toJSONString(manifest);
    Files.writeString(bundle.resolve("manifest.json"), text);
    var signed =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(type))
                .keyID("e")
                .build(),
            new Payload(text));
    signed.sign(new ECDSASigner(with));
    Files.writeString(bundle.resolve("manifest.jws"), signed.serialize());
  }

  private Map<String, Object> named(String name) throws Exception {
    byte[] content = Files.readAllBytes(bundle.resolve(name));
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
    return Map.of("name", name, "size", content.length, "sha256", HexFormat.of().formatHex(sum));
  }

  private String keys() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  @Test
  void verifiesWhatIsAsItWasSigned() throws Exception {
    assertThat(new BundleVerifier(keys()).verify(bundle))
        .isEqualTo(new BundleVerifier.Verified("c", "first", 2));
  }

  @Test
  void refusesAFileThatWasAlteredIsMissingOrWasAdded() throws Exception {
    Files.writeString(bundle.resolve("more.html"), "x");
    refused("more.html: not of the bundle (expected: the signed files alone)");
    Files.delete(bundle.resolve("more.html"));

    Files.writeString(bundle.resolve("comments.csv"), "a,c");
    refused("comments.csv: another content than the one that was signed");

    Files.delete(bundle.resolve("comments.csv"));
    refused("comments.csv: missing (expected: a file of the folder, once)");
  }

  @Test
  void refusesAManifestOfAnotherKeyTypeOrText() throws Exception {
    sign(new ECKeyGenerator(Curve.P_256).keyID("e").generate(), "rapporteur-bundle");
    refused("rapporteur-bundle: the signature is not of this text");
    sign(key, "rapporteur-edition");
    refused("rapporteur-bundle: the signature is not of this text");

    sign(key, "rapporteur-bundle");
    Files.writeString(bundle.resolve("manifest.json"), "{\"files\":[]}");
    refused("manifest.json: another than the one that was signed");
  }

  private void refused(String message) {
    assertThatThrownBy(() -> new BundleVerifier(keys()).verify(bundle)).hasMessage(message);
  }

  @Test
  void saysSoInASentence() throws Exception {
    Path keys = Files.writeString(folder.resolve("keys.json"), keys());

    assertThat(run("bundle", bundle.toString(), keys.toString()))
        .isEqualTo("0 Bundle of edition first of c: 2 files as they were signed.\n");
    Files.delete(bundle.resolve("index.html"));
    assertThat(run("bundle", bundle.toString(), keys.toString()))
        .startsWith("1 Not verified. index.html: missing");
    assertThat(run("bundle", folder.resolve("none").toString(), keys.toString()))
        .startsWith("2 Not verified. ");
    assertThat(run("bundle", bundle.toString())).startsWith("2 usage: ");
  }

  private static String run(String... arguments) {
    var out = new ByteArrayOutputStream();
    int ended =
        VerifierMain.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
    return ended + " " + out.toString(StandardCharsets.UTF_8);
  }
}
