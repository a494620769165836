package io.rapporteur.ingest.seeds;

import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.consultations.Change;
import io.rapporteur.ingest.consultations.Consultation;
import io.rapporteur.ingest.consultations.Consultations;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.Documents;
import io.rapporteur.ingest.documents.LoadingReports;
import io.rapporteur.ingest.documents.LoadingReports.Clash;
import io.rapporteur.ingest.documents.LoadingReports.Kept;
import io.rapporteur.ingest.documents.LoadingReports.OtherSymbol;
import io.rapporteur.ingest.documents.LoadingReports.Refused;
import io.rapporteur.ingest.documents.LoadingReports.SameSymbol;
import io.rapporteur.ingest.documents.LoadingReports.Unreadable;
import io.rapporteur.ingest.documents.LoadingReports.Upload;
import io.rapporteur.ingest.documents.PublishingRecommendations;
import io.rapporteur.ingest.documents.PublishingRecommendations.Outcome;
import io.rapporteur.ingest.documents.PublishingRecommendations.Published;
import io.rapporteur.ingest.documents.http.ManifestBody;
import io.rapporteur.ingest.groups.Group;
import io.rapporteur.ingest.groups.Groups;
import io.rapporteur.ingest.http.Requests;
import io.rapporteur.ingest.participants.Participant;
import io.rapporteur.ingest.participants.Participants;
import io.rapporteur.ingest.source.Refusal;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.revision.CanonicalJson;
import io.rapporteur.schemas.revision.RequestId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads a folder of seeds at start: {@code participants.json}, {@code groups.json}, each {@code
 * *.manifest.json} with its text {@code <document>.<language>.txt}, and {@code consultation.json}.
 * What stands already is left as it is, so that a second start changes nothing and an interrupted
 * one is completed.
 */
public final class Seeds implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(Seeds.class);
  private static final String CLIENT = "seeds";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final @Nullable Path folder;
  private final ViewReader reader;
  private final Participants participants;
  private final Groups groups;
  private final LoadingReports loading;
  private final PublishingRecommendations publishing;
  private final Documents documents;
  private final Consultations consultations;
  private final Requests requests;

  /**
   * Puts the loader together.
   *
   * @param folder null to load nothing
   */
  public Seeds(
      @Nullable Path folder,
      ViewReader reader,
      Participants participants,
      Groups groups,
      LoadingReports loading,
      Documents documents,
      Consultations consultations,
      Requests requests) {
    this.folder = folder;
    this.reader = reader;
    this.participants = participants;
    this.groups = groups;
    this.loading = loading;
    this.publishing = new PublishingRecommendations(documents);
    this.documents = documents;
    this.consultations = consultations;
    this.requests = requests;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    load(LOG::info);
  }

  /**
   * Loads what is missing.
   *
   * @param progress told after each step, one line
   * @throws IllegalStateException if a seed cannot be loaded; the message says which and why
   */
  public void load(Consumer<String> progress) {
    if (folder == null) {
      return;
    }
    awaitReady();
    try {
      loadParticipants(folder.resolve("participants.json"), progress);
      loadGroups(folder.resolve("groups.json"), progress);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path manifest :
            files.filter(f -> f.toString().endsWith(".manifest.json")).sorted().toList()) {
          loadReport(manifest, progress);
        }
      }
      openConsultation(folder.resolve("consultation.json"), progress);
    } catch (IOException e) {
      throw new UncheckedIOException("seeds: cannot be read from " + folder, e);
    }
  }

  private void awaitReady() {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!reader.ready()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException(
            "seeds: the log was not read to its end within "
                + PATIENCE.toSeconds()
                + " s"
                + reader.halted().map(cause -> ": " + cause).orElse(""));
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("seeds: interrupted", e);
      }
    }
  }

  private void loadParticipants(Path file, Consumer<String> progress) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    List<Participant> cards = new ArrayList<>();
    for (JsonNode node : MAPPER.readTree(Files.readAllBytes(file)).path("participants")) {
      cards.add(participant(node));
    }
    List<Participant> changed = cards.stream().filter(this::isNewOrOurs).toList();
    if (!changed.isEmpty()) {
      participants.record(
          changed, request("participants", CanonicalJson.sha256(Files.readAllBytes(file))));
    }
    progress.accept(cards.size() + " participants, " + changed.size() + " of them new or changed");
  }

  /** What the secretariat recorded stands: a start does not undo it. */
  private boolean isNewOrOurs(Participant card) {
    return participants
        .recorded(card.code())
        .map(standing -> standing.by().equals(CLIENT) && !standing.card().equals(card))
        .orElse(true);
  }

  private static Participant participant(JsonNode node) {
    Map<String, Participant.Name> names = new HashMap<>();
    node.path("names")
        .properties()
        .forEach(
            name ->
                names.put(
                    name.getKey(),
                    new Participant.Name(
                        name.getValue().path("short").asString(),
                        name.getValue().path("formal").asString())));
    return new Participant(
        node.path("code").asString(),
        node.path("class").asString(),
        node.path("regionalGroup").isString() ? node.path("regionalGroup").asString() : null,
        node.path("admittedAs").asString(),
        names,
        node.path("validFrom").isString() ? node.path("validFrom").asString() : null);
  }

  /** A name that changed is recorded; who may speak for a group stays as it was granted. */
  private void loadGroups(Path file, Consumer<String> progress) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    byte[] bytes = Files.readAllBytes(file);
    int all = 0;
    int changed = 0;
    for (JsonNode node : MAPPER.readTree(bytes).path("groups")) {
      String code = node.path("code").asString();
      Map<String, String> names = new HashMap<>();
      node.path("names").properties().forEach(n -> names.put(n.getKey(), n.getValue().asString()));
      Group standing = groups.group(code).orElse(new Group(code, Map.of(), List.of(), 0));
      all++;
      if (!standing.names().equals(names)) {
        changed++;
        groups.append(
            new Group(code, names, standing.speakers(), standing.revision()),
            request("group/" + code, CanonicalJson.sha256(bytes)));
      }
    }
    progress.accept(all + " groups, " + changed + " of them new or changed");
  }

  private void loadReport(Path manifestFile, Consumer<String> progress) throws IOException {
    ManifestBody manifest = ManifestBody.read(RequestBody.object(Files.readAllBytes(manifestFile)));
    if (!manifest.faults().isEmpty()) {
      throw new IllegalStateException(manifestFile.getFileName() + ": " + manifest.faults());
    }
    String name = manifest.manifest().document() + "." + manifest.manifest().language() + ".txt";
    byte[] text = Files.readAllBytes(manifestFile.resolveSibling(name));
    Request request = request(manifest.manifest().document(), CanonicalJson.sha256(text));
    Document document =
        switch (loading.load(
            new Upload(name, text, Optional.empty(), manifest.encoding()),
            manifest.manifest(),
            request)) {
          case Kept(Document kept, boolean isNew) -> kept;
          case Unreadable(Refusal refusal) ->
              throw new IllegalStateException(name + ": " + refusal.faults());
          case SameSymbol(Document other) ->
              throw new IllegalStateException(name + ": its symbol is that of " + other.id());
          case OtherSymbol(Document leading) ->
              throw new IllegalStateException(
                  name + ": the symbol of " + leading.id() + " is another");
          case Refused(Decided decided) ->
              throw new IllegalStateException(name + ": refused by the log, " + decided);
          case Clash(Document standing) -> standing;
        };
    if (!document.corrections().isEmpty()
        || !document.file().digest().equals(CanonicalJson.sha256(text))) {
      progress.accept(manifest.manifest().symbol() + ": corrected here; left as it is");
      return;
    }
    switch (publishing.publish(document.id(), document.language(), List.of(), "", request)) {
      case Published(int published, int added, int changed, int standing) ->
          progress.accept(
              "%s (%s): %d recommendations, %d published now"
                  .formatted(
                      manifest.manifest().symbol(),
                      document.language(),
                      published + added + standing,
                      published + added));
      case Outcome refused -> throw new IllegalStateException(name + ": " + refused);
    }
  }

  private void openConsultation(Path file, Consumer<String> progress) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    JsonNode node = MAPPER.readTree(Files.readAllBytes(file));
    String id = node.path("id").asString();
    if (consultations.consultation(id).isEmpty()) {
      Map<String, String> titles = new HashMap<>();
      node.path("titles")
          .properties()
          .forEach(t -> titles.put(t.getKey(), t.getValue().asString()));
      List<String> named = new ArrayList<>();
      node.path("documents").forEach(d -> named.add(d.asString()));
      Instant now = requests.now();
      Instant closesAt =
          now.atOffset(ZoneOffset.UTC)
              .plus(Period.parse(node.path("openFor").asString()))
              .toInstant();
      consultations.append(
          id,
          0,
          new Change.Open(
              titles,
              named,
              named.stream().distinct().collect(Collectors.toMap(d -> d, documents::places)),
              1,
              now,
              closesAt,
              node.path("zone").asString(),
              node.path("visibility").asString("").equals(Consultation.AS_RECEIVED)),
          request("consultation", id));
    }
    int items =
        consultations.consultation(id).orElseThrow().documents().stream()
            .mapToInt(document -> documents.published(document).size())
            .sum();
    progress.accept("consultation " + id + " is open on " + items + " recommendations");
  }

  private Request request(String what, String digest) {
    return new Request(
        CLIENT,
        RequestId.of(CLIENT, what + "/" + digest),
        CanonicalJson.digest(Map.of("act", "seed", "what", what, "digest", digest)),
        requests.now());
  }
}
