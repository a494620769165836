package io.rapporteur.aggregation.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.compilation.Sight.Published;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.paper.OtherSoftware;
import io.rapporteur.aggregation.paper.Sample;
import io.rapporteur.aggregation.publication.Bundle.BundleFile;
import io.rapporteur.schemas.signing.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BundleTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir private Path folder;

  private KeptSignatures signatures() {
    return new KeptSignatures(
        SigningKey.of(folder.resolve("key.json")), folder.resolve("signatures"));
  }

  private static EditionPages pages() {
    Consultation consultation = Sample.consultation();
    return new EditionPages(
        consultation,
        Sample.items(),
        List.of(),
        Sight.ofPublic(Optional.of(new Published("first", Sample.comments()))),
        List.of(),
        Meeting.of(consultation.id()),
        Sample::order,
        comment -> Optional.empty(),
        ZoneOffset.UTC,
        Sample.DAY);
  }

  private static byte[] bundle(KeptSignatures signatures, List<BundleFile> files)
      throws IOException {
    var out = new ByteArrayOutputStream();
    new Bundle("stocktaking", "first", text -> signatures.sign(Bundle.TYPE, text))
        .write(files, out);
    return out.toByteArray();
  }

  private static Map<String, byte[]> unpacked(byte[] bundle) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(files.put(entry.getName(), zip.readAllBytes())).isNull();
      }
    }
    return files;
  }

  @Test
  void namesEveryFileWithItsSumInAManifestThatIsSigned() throws Exception {
    Map<String, byte[]> files = unpacked(bundle(signatures(), pages().files()));

    byte[] manifest = Objects.requireNonNull(files.get("manifest.json"));
    List<String> named = new ArrayList<>(List.of("manifest.json", "manifest.jws"));
    for (JsonNode file : MAPPER.readTree(manifest).path("files")) {
      String name = file.path("name").asString();
      named.add(name);
      byte[] content = Objects.requireNonNull(files.get(name), name);
      assertThat(file.path("size").asInt()).isEqualTo(content.length);
      assertThat(file.path("sha256").asString())
          .isEqualTo(
              HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    }
    assertThat(files.keySet()).containsExactlyInAnyOrderElementsOf(named);
    assertThat(named).contains("index.html", "index.ar.html", "index.zh.html", "comments.csv");
    JWSObject signed =
        JWSObject.parse(
            new String(Objects.requireNonNull(files.get("manifest.jws")), StandardCharsets.UTF_8));
    assertThat(signed.getHeader().getType().getType()).isEqualTo("rapporteur-bundle");
    assertThat(signed.getPayload().toBytes()).isEqualTo(manifest);
    JWKSet keys = JWKSet.parse(SigningKey.of(folder.resolve("key.json")).publicKeys());
    assertThat(signed.verify(new ECDSAVerifier(keys.getKeys().getFirst().toECKey()))).isTrue();
  }

  @Test
  void isTheSameBytesWhenItIsMadeAgainAlsoByAnotherInstanceThatSharesTheKey() throws Exception {
    byte[] first = bundle(signatures(), pages().files());

    assertThat(bundle(signatures(), pages().files())).isEqualTo(first);
    assertThat(folder.resolve("signatures")).isDirectoryContaining("glob:**.jws");
    try (var kept = Files.list(folder.resolve("signatures"))) {
      assertThat(kept).hasSize(1);
    }
  }

  @Test
  void signsAnotherTextAnew() {
    KeptSignatures signatures = signatures();

    assertThat(signatures.sign("a", new byte[] {'{', '}'}))
        .isEqualTo(signatures.sign("a", new byte[] {'{', '}'}))
        .isNotEqualTo(signatures.sign("b", new byte[] {'{', '}'}))
        .isNotEqualTo(signatures.sign("a", new byte[] {'[', ']'}));
  }

  @Test
  void readsWithoutAnyScriptAndAsksNothingOfTheNetwork() throws Exception {
    Map<String, byte[]> files = unpacked(bundle(signatures(), pages().files()));

    files.forEach(
        (name, content) -> {
          if (name.endsWith(".html")) {
            String page = new String(content, StandardCharsets.UTF_8);
            assertThat(page)
                .as(name)
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("<script", "<link", "<img", "url(", "@import", " src=", "on=\"")
                .doesNotContainPattern("href=\"(?!#|[a-z]+\\.[a-z]{2}\\.html\")");
          }
        });
    OtherSoftware.file(
        "bundle.ar.html", out -> out.write(Objects.requireNonNull(files.get("index.ar.html"))));
    String arabic =
        new String(Objects.requireNonNull(files.get("index.ar.html")), StandardCharsets.UTF_8);
    assertThat(arabic)
        .contains("<html lang=\"ar\" dir=\"rtl\">", Sample.ARABIC)
        .contains("lang=\"en\" dir=\"ltr\">" + Sample.ENGLISH)
        .contains("<th scope=\"col\"", "<th scope=\"row\"")
        .contains("The Group reserves its position on &lt;this&gt; &amp; that.")
        .doesNotContain("1970");
  }
}
