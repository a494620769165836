package io.rapporteur.aggregation.publication.http;

import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Consultation.Edition;
import io.rapporteur.aggregation.compilation.DraftEntry;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Manifest;
import io.rapporteur.aggregation.compilation.Moment;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.compilation.http.CompilationJson;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.compilation.http.Looking.Look;
import io.rapporteur.aggregation.meeting.Meetings;
import io.rapporteur.aggregation.meeting.Surroundings;
import io.rapporteur.aggregation.paper.http.AtOnce;
import io.rapporteur.aggregation.publication.Bundle;
import io.rapporteur.aggregation.publication.Bundle.BundleFile;
import io.rapporteur.aggregation.publication.EditionPages;
import io.rapporteur.aggregation.publication.KeptSignatures;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.signing.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An edition as an archive that stands alone: pages in six languages, data, keys, and a signed
 * manifest. It holds what everyone may read, whoever asks, and of the meeting what was shown; one
 * for participants what they may read, and says so on its pages.
 */
@RestController
@RequestMapping("/api/v1/compilations/{id}/editions/{edition}/bundle")
public final class BundleResource {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final Caller EVERYONE = Caller.of(null);

  private final Compilations compilations;
  private final Looking looking;
  private final Meetings meetings;
  private final Surroundings surroundings;
  private final SigningKey key;
  private final KeptSignatures signatures;
  private final AtOnce atOnce;

  /** Answers from these. */
  public BundleResource(
      Compilations compilations,
      Looking looking,
      Meetings meetings,
      Surroundings surroundings,
      SigningKey key,
      KeptSignatures signatures,
      AtOnce atOnce) {
    this.compilations = compilations;
    this.looking = looking;
    this.meetings = meetings;
    this.surroundings = surroundings;
    this.key = key;
    this.signatures = signatures;
    this.atOnce = atOnce;
  }

  @GetMapping
  ResponseEntity<Resource> bundle(
      @PathVariable String id,
      @PathVariable String edition,
      @Nullable Authentication authentication)
      throws IOException {
    Consultation consultation = looking.find(id);
    boolean isPublic = looking.manifest(consultation, EVERYONE, edition).isPresent();
    Caller reader = isPublic ? EVERYONE : Caller.of(authentication);
    Manifest manifest =
        looking
            .manifest(consultation, reader, edition)
            .orElseThrow(
                () ->
                    new RefusedException(
                        ProblemType.NOT_FOUND, "There is no edition " + edition + "."));
    Edition found = consultation.edition(edition).orElseThrow();
    var bundle = new Bundle(id, edition, text -> signatures.sign(Bundle.TYPE, text));
    return atOnce.answer(
        MediaType.parseMediaType("application/zip"),
        id + "-" + edition + ".zip",
        isPublic,
        out -> bundle.write(files(consultation, found, manifest, reader), out));
  }

  private List<BundleFile> files(
      Consultation consultation, Edition edition, Manifest manifest, Caller reader) {
    String id = consultation.id();
    Look look = looking.look(consultation, reader, new Moment.Edition(edition.name()), "edition");
    List<Item> items = compilations.items(consultation);
    List<DraftEntry> entries = compilations.entries(id);
    List<Notice> since = compilations.notices(id, edition.name(), look.audience());
    var zone = surroundings.zone(id);
    var pages =
        new EditionPages(
            consultation,
            items,
            entries,
            look.sight(),
            since,
            meetings.meeting(id),
            language -> new HouseOrder(language, compilations.names(language)),
            compilations::difference,
            zone,
            LocalDate.ofInstant(edition.cutAt(), zone));
    List<BundleFile> files = new ArrayList<>(pages.files());
    var json =
        new CompilationJson(
            new HouseOrder("en", compilations.names("en")), "en", compilations::difference);
    files.add(
        new BundleFile(
            "compilation.json", out -> json.write(consultation, items, entries, look, since, out)));
    files.add(new BundleFile("items.json", out -> out.write(MAPPER.writeValueAsBytes(items))));
    files.add(BundleFile.of("edition.json", MAPPER.writeValueAsString(told(edition, manifest))));
    files.add(BundleFile.of("edition-keys.json", MAPPER.writeValueAsString(key.publicKeys())));
    files.add(BundleFile.of("README.txt", readme()));
    return files;
  }

  private static Map<String, Object> told(Edition edition, Manifest manifest) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("edition", edition.name());
    told.put("cutAt", edition.cutAt().toString());
    told.put("comments", manifest.comments());
    told.put("digest", manifest.digest());
    told.put("root", manifest.root());
    told.put("manifest", manifest.signed());
    return told;
  }

  private static String readme() {
    try (InputStream in =
        Objects.requireNonNull(Bundle.class.getResourceAsStream("bundle-readme.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
