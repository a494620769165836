package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rapporteur.standalone.PlausibleRound.Said;
import io.rapporteur.standalone.Product.Answer;
import io.rapporteur.verifier.BundleVerifier;
import io.rapporteur.verifier.RefusedException;
import io.rapporteur.verifier.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole of it on the seed's 117 items: 193 Member States comment in six languages; it is
 * compiled, exported, published twice, proven, consolidated, decided and adopted. The size is
 * {@code -Drapporteur.comments=22581} for the whole, and small otherwise; what is made is left in
 * {@code target/scenario} to be looked at.
 */
@OwnProduct
class ScenarioIT {

  private static final int COMMENTS = Integer.getInteger("rapporteur.comments", 200);
  private static final int RECEIPTS = 1_000;
  private static final int IN_ONE_ACT = 400;
  private static final int CLIENTS = 8;
  private static final Duration MARGIN =
      Duration.ofSeconds(Integer.getInteger("rapporteur.margin", 20));
  private static final long SEED = 22_581;
  private static final String COMPILATION = "/api/v1/compilations/" + CONSULTATION;
  private static final String REPORT = "unodc-ccpcj-eg.4-2020-2";
  private static final Path SEEDS = Path.of("../seeds");
  private static final Path PAPERS = Path.of("target/scenario");
  private static final Pattern TAG =
      Pattern.compile("(?<![a-zA-Z0-9_-])[a-z]{2}\\d{4}r?(?![a-zA-Z0-9_-])");

  @TempDir Path folder;

  private final Map<String, Said> standing = new ConcurrentHashMap<>();
  private final Map<String, Said> late = new ConcurrentHashMap<>();
  private final List<String> alone = Collections.synchronizedList(new ArrayList<>());
  private final long began = System.nanoTime();

  @Test
  void goesFromTheCommentsOfAllMemberStatesToTheAdoptedList() throws Exception {
    Product product = Product.start(folder.resolve("data"), settings());
    try {
      step(product, "started");
      opens(product);
      var round = new PlausibleRound(SEED, items(product));
      try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
        // How long it takes depends on the machine: the deadline is moved on until all is in.
        clock.scheduleAtFixedRate(() -> extend(product), 5, 5, TimeUnit.SECONDS);
        allMemberStatesComment(product, round);
        step(product, standing.size() + " handed in");
        someAreJoinedRevisedAndTakenBack(product);
      }
      step(product, standing.size() + " stand after revisions and withdrawals");
      someComeLate(product, round);
      assertThat(received(product)).isEqualTo(standing.size() - general());
      step(product, "counted on the board, " + late.size() + " wait");
      publish(product, "first");
      step(product, "published first");
      List<String> order = everyFormatHoldsAllOfIt(product, "first");
      assertThat(order).hasSize(standing.size());
      aBundleHoldsAllOfIt(product, "first", order);

      halfOfTheLateAreAcceptedAndSomeAreTakenBack(product);
      publish(product, "Add.1");
      step(product, "published Add.1");
      everyFormatHoldsAllOfIt(product, "Add.1");

      aThousandReceiptsAreProvenAndNoAlteredOne(product);
      itIsConsolidatedDecidedAndAdopted(product);
      step(product, "adopted");
    } finally {
      product.close();
    }
  }

  /**
   * Participants and groups of the seed; its report comes in over HTTP, with a deadline of ours.
   */
  private Map<String, String> settings() throws IOException {
    Path seeds = folder.resolve("seeds");
    Files.createDirectories(seeds);
    for (String each : List.of("participants.json", "groups.json")) {
      Files.copy(SEEDS.resolve(each), seeds.resolve(each));
    }
    Files.writeString(
        seeds.resolve("other.manifest.json"),
        """
        {"document":"other","symbol":"O/1","titles":{"en":"Another"},"language":"en",
         "lists":[{"paragraph":"1"}]}\
        """);
    Files.writeString(
        seeds.resolve("other.en.txt"),
        "1. The following was suggested:\n\n"
            + "(a) That the windows be opened;\n\n"
            + "2. The meeting closed.\n");
    Files.writeString(
        seeds.resolve("consultation.json"),
        """
        {"id":"other","titles":{"en":"Another"},"documents":["other"],"zone":"Europe/Vienna",
         "openFor":"P60D"}\
        """);
    Map<String, String> settings = new TreeMap<>();
    settings.put("RAPPORTEUR_INGEST_SEEDS", seeds.toString());
    for (String whose : List.of("ACCOUNT", "ADDRESS", "TOKEN")) {
      settings.put("RAPPORTEUR_LIMITS_" + whose + "_PERSECOND", "100000");
      settings.put("RAPPORTEUR_LIMITS_" + whose + "_BURST", "100000");
    }
    return settings;
  }

  private static void opens(Product product) throws IOException {
    Answer loaded =
        product.load(
            "secretariat",
            Files.readString(SEEDS.resolve(REPORT + ".manifest.json")),
            Files.readAllBytes(SEEDS.resolve(REPORT + ".ar.txt")));
    assertThat(loaded.status()).as(loaded.toString()).isEqualTo(201);
    product.post("secretariat", "/api/v1/documents/" + REPORT + "/publication", "");
    Answer speaks =
        product.post(
            "secretariat",
            "/api/v1/groups/" + PlausibleRound.GROUP + "/speakers",
            "{\"participant\":\"%s\",\"reference\":\"NV 1\"}".formatted(PlausibleRound.SPEAKER));
    assertThat(speaks.status()).as(speaks.toString()).isEqualTo(200);
    Answer opened =
        product.post(
            "secretariat",
            "/api/v1/consultations",
            """
            {"id":"%s","titles":{"en":"Comments on the preliminary recommendations",
              "ar":"تعليقات على التوصيات الأولية"},"documents":["%s"],"closesAt":"%s",
             "zone":"Europe/Vienna"}\
            """
                .formatted(CONSULTATION, REPORT, Instant.now().plus(MARGIN)));
    assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> product.get("", COMPILATION).status() == 200);
  }

  private static void extend(Product product) {
    Answer extended =
        product.post(
            "secretariat",
            "/api/v1/consultations/" + CONSULTATION + "/extensions",
            "{\"closesAt\":\"%s\",\"reason\":\"on request\"}"
                .formatted(Instant.now().plus(MARGIN)));
    assertThat(extended.status()).as(extended.toString()).isEqualTo(200);
  }

  private static List<JsonNode> items(Product product) {
    List<JsonNode> items = new ArrayList<>();
    product
        .get("", "/api/v1/consultations/" + CONSULTATION + "/recommendations")
        .body()
        .path("items")
        .forEach(items::add);
    assertThat(items).hasSize(117);
    return items;
  }

  /** Most as acts of up to 400, some one by one; what comes after the deadline says so itself. */
  private void allMemberStatesComment(Product product, PlausibleRound round) throws Exception {
    List<String> states = new ArrayList<>();
    product
        .get("", "/api/v1/participants")
        .body()
        .path("participants")
        .forEach(
            each -> {
              if (each.path("class").asString().equals("member-state")) {
                states.add(each.path("code").asString());
              }
            });
    assertThat(states).hasSize(193);
    List<Callable<Void>> acts = new ArrayList<>();
    round
        .shares(states, COMMENTS - lateOnes())
        .forEach(
            (state, share) -> {
              List<Said> comments = round.next(state, share);
              int singles = Math.min(comments.size(), RECEIPTS / 193 + 2);
              acts.add(
                  () -> {
                    for (Said said : comments.subList(0, singles)) {
                      handIn(product, said);
                    }
                    for (int from = singles; from < comments.size(); from += IN_ONE_ACT) {
                      submit(
                          product,
                          state,
                          comments.subList(from, Math.min(comments.size(), from + IN_ONE_ACT)));
                    }
                    return null;
                  });
            });
    inParallel(acts);
    assertThat(standing.size() + late.size()).isEqualTo(COMMENTS - lateOnes());
  }

  private static int lateOnes() {
    return Math.max(6, COMMENTS / 100);
  }

  private void handIn(Product product, Said said) {
    ObjectNode line = said.alone(CONSULTATION);
    if (said.tag().endsWith("1")) {
      line.putArray("coSponsors").add(said.participant().equals("no") ? "is" : "no");
    }
    Answer answer = product.post(said.participant(), "/api/v1/comments", line.toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    String id = answer.body().path("id").asString();
    (answer.body().path("late").asBoolean() ? late : standing).put(id, said);
    alone.add(id);
  }

  private void submit(Product product, String state, List<Said> comments) {
    String lines =
        comments.stream().map(said -> said.line().toString()).collect(Collectors.joining(","));
    Answer answer =
        product.post(
            state,
            "/api/v1/submissions",
            "{\"consultation\":\"%s\",\"coverLetter\":\"With compliments.\",\"language\":\"en\",\"comments\":[%s]}"
                .formatted(CONSULTATION, lines));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    // They are answered in another order; those of one act share its fate, whichever is which.
    boolean afterwards = answer.body().path("handedIn").path("late").asBoolean();
    List<String> ids = new ArrayList<>();
    answer.body().path("comments").forEach(each -> ids.add(each.path("id").asString()));
    assertThat(ids).hasSameSizeAs(comments);
    for (int n = 0; n < ids.size(); n++) {
      (afterwards ? late : standing).put(ids.get(n), comments.get(n));
    }
  }

  private void someAreJoinedRevisedAndTakenBack(Product product) throws Exception {
    List<Callable<Void>> acts = new ArrayList<>();
    List<String> ids = alone.stream().filter(standing::containsKey).sorted().toList();
    for (int n = 0; n < ids.size(); n++) {
      String id = ids.get(n);
      Said said = java.util.Objects.requireNonNull(standing.get(id));
      String path = "/api/v1/comments/" + id;
      boolean joint = said.tag().endsWith("1");
      int place = n;
      acts.add(
          () -> {
            if (joint) {
              String joining = said.participant().equals("no") ? "is" : "no";
              assertThat(
                      product
                          .put(joining, path + "/cosponsors/" + joining, "", "If-Match", "\"1\"")
                          .status())
                  .isEqualTo(200);
            } else if (place % 7 == 0) {
              var revised = new Said(said.tag() + "r", said.participant(), said.line().deepCopy());
              revised
                  .line()
                  .put(
                      "text",
                      said.line()
                          .path("text")
                          .asString()
                          .replace(said.tag() + "]", revised.tag() + "]"));
              revised.line().put("consultation", CONSULTATION);
              Answer answer =
                  product.put(
                      said.participant(), path, revised.line().toString(), "If-Match", "\"1\"");
              assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
              if (!answer.body().path("late").asBoolean()) {
                standing.put(id, revised);
              }
            } else if (place % 19 == 1) {
              takeBack(product, id);
            }
            return null;
          });
    }
    inParallel(acts);
  }

  private void takeBack(Product product, String id) {
    Said said = java.util.Objects.requireNonNull(standing.get(id));
    String path = "/api/v1/comments/" + id;
    String etag = product.get(said.participant(), path).header("ETag");
    assertThat(product.delete(said.participant(), path, "If-Match", etag).status()).isEqualTo(200);
    standing.remove(id);
  }

  private void someComeLate(Product product, PlausibleRound round) {
    Instant closesAt =
        Instant.parse(
            product
                .get("", "/api/v1/consultations/" + CONSULTATION)
                .body()
                .path("closesAt")
                .asString());
    await()
        .atMost(Duration.ofMinutes(10))
        .until(() -> Instant.now().isAfter(closesAt.plusSeconds(1)));
    round.next("fj", lateOnes()).forEach(said -> handIn(product, said));
    assertThat(late).hasSizeGreaterThanOrEqualTo(lateOnes());
  }

  private long general() {
    return standing.values().stream().filter(said -> !said.line().has("recommendation")).count();
  }

  private int forTheGroup() {
    return Math.toIntExact(
        standing.values().stream().filter(said -> said.line().has("onBehalfOf")).count());
  }

  private int received(Product product) {
    return await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              int received = 0;
              for (JsonNode tally :
                  product.get("secretariat", COMPILATION + "/tallies").body().path("tallies")) {
                received += tally.path("received").asInt();
              }
              return received;
            },
            received -> received == standing.size() - general());
  }

  private void publish(Product product, String edition) {
    Answer published =
        product.post(
            "secretariat",
            "/api/v1/consultations/" + CONSULTATION + "/publication",
            "{\"edition\":\"%s\",\"reason\":\"for the meeting\"}".formatted(edition));
    assertThat(published.status()).as(published.toString()).isEqualTo(200);
    JsonNode made =
        await()
            .atMost(Duration.ofMinutes(5))
            .pollInterval(Duration.ofMillis(500))
            .until(
                () -> {
                  JsonNode editions =
                      product.get("", COMPILATION + "/editions").body().path("editions");
                  return editions.isEmpty() ? editions : editions.get(editions.size() - 1);
                },
                last -> last.path("edition").asString("").equals(edition));
    assertThat(made.path("comments").asInt()).isEqualTo(standing.size());
  }

  /** Each comment that stands, once, in the order of the compilation, in each of the papers. */
  private List<String> everyFormatHoldsAllOfIt(Product product, String edition) throws Exception {
    Files.createDirectories(PAPERS);
    String all = Files.readString(fetched(product, "json", edition));
    List<String> order = tags(all);
    assertThat(order)
        .containsExactlyInAnyOrderElementsOf(standing.values().stream().map(Said::tag).toList());
    assertThat(all.split("\"onBehalfOf\":\\{", -1))
        .hasSize(forTheGroup() + 1)
        .hasSizeGreaterThan(1);
    for (String format : List.of("csv", "xlsx", "akn", "docx", "pdf")) {
      Path file = fetched(product, format, edition);
      List<String> found =
          format.equals("pdf")
              ? tags(OpenedElsewhere.text(file))
              : tags(Legible.text(Files.readAllBytes(file)));
      step(product, "%s of %s: %d kB".formatted(format, edition, Files.size(file) / 1024));
      if (format.equals("akn") || format.equals("xlsx")) {
        assertThat(found).as(format).containsExactlyInAnyOrderElementsOf(order);
      } else {
        assertThat(found).as(format).isEqualTo(order);
      }
      if (format.equals("pdf")) {
        readsAsArabic(OpenedElsewhere.text(file));
      }
      if (format.equals("docx")) {
        String laidOut = OpenedElsewhere.text(OpenedElsewhere.libreOffice(file));
        step(product, "docx of " + edition + " laid out by LibreOffice");
        assertThat(tags(laidOut)).isEqualTo(order);
        readsAsArabic(laidOut);
      }
    }
    return order;
  }

  /**
   * As the kit for a meeting room without a line: unpacked, and verified with keys from outside.
   */
  private void aBundleHoldsAllOfIt(Product product, String edition, List<String> order)
      throws Exception {
    Path zip = PAPERS.resolve(edition + ".zip");
    fetch(product, COMPILATION + "/editions/" + edition + "/bundle", zip);
    Path unpacked = Files.createDirectories(folder.resolve("bundle"));
    try (var files = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        Files.copy(files, unpacked.resolve(file.getName()));
      }
    }
    var verifier = new BundleVerifier(product.get("", "/api/v1/edition-keys").body().toString());
    assertThat(verifier.verify(unpacked).edition()).isEqualTo(edition);
    assertThat(tags(Files.readString(unpacked.resolve("index.ar.html")))).isEqualTo(order);
    // It is in English, and so in another order.
    assertThat(tags(Files.readString(unpacked.resolve("compilation.json"))))
        .containsExactlyInAnyOrderElementsOf(order);
    step(product, "bundle of %s: %d kB".formatted(edition, Files.size(zip) / 1024));
  }

  /**
   * Letters in the order of reading, joined or not, as a reader of Arabic would type them; without
   * lam-alef, which is one glyph that pdftotext may take apart in the other order.
   */
  private static void readsAsArabic(String text) {
    assertThat(Legible.closed(text))
        .contains(Legible.closed("نؤيد هذه التوصية"))
        .contains(Legible.closed("بناء القدرات"))
        .contains(Legible.closed("التعاون الدولي"));
  }

  private static Path fetched(Product product, String format, String edition) throws Exception {
    Path file = PAPERS.resolve(edition + "." + format);
    fetch(product, COMPILATION + "?language=ar&format=" + format, file);
    return file;
  }

  private static void fetch(Product product, String door, Path file) throws Exception {
    long before = System.nanoTime();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> answer =
          http.send(
              HttpRequest.newBuilder(product.uri(door)).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).as(door).isEqualTo(200);
      try (InputStream body = answer.body()) {
        Files.copy(body, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "         %s took %.1f s%n",
        file.getFileName(),
        (System.nanoTime() - before) / 1e9);
  }

  private static List<String> tags(String text) {
    return TAG.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
        .results()
        .map(tag -> tag.group())
        .toList();
  }

  private void halfOfTheLateAreAcceptedAndSomeAreTakenBack(Product product) {
    List<String> ids = late.keySet().stream().sorted().toList();
    for (int n = 0; n < ids.size(); n++) {
      boolean accepted = n % 2 == 0;
      Answer decided =
          product.post(
              "secretariat",
              "/api/v1/comments/" + ids.get(n) + "/late-decision",
              "{\"text\":1,\"accepted\":%s,\"reason\":\"the Bureau\"}".formatted(accepted));
      assertThat(decided.status()).as(decided.toString()).isEqualTo(200);
      if (accepted) {
        standing.put(ids.get(n), java.util.Objects.requireNonNull(late.get(ids.get(n))));
      }
    }
    List<String> own = alone.stream().filter(standing::containsKey).sorted().toList();
    for (int n = 5; n < own.size(); n += 40) {
      takeBack(product, own.get(n));
    }
  }

  /** Drawn with a fixed seed, each verified without any service, and refused once it is altered. */
  private void aThousandReceiptsAreProvenAndNoAlteredOne(Product product) {
    List<JsonNode> receipts = new ArrayList<>();
    String door = COMPILATION + "/receipts?limit=1000";
    JsonNode page = product.get("secretariat", door).body();
    page.path("receipts").forEach(receipts::add);
    while (page.has("next")) {
      page = product.get("secretariat", door + "&cursor=" + page.path("next").asString()).body();
      page.path("receipts").forEach(receipts::add);
    }
    receipts.removeIf(receipt -> receipt.path("editions").isEmpty());
    var random = new Random(SEED);
    Collections.shuffle(receipts, random);
    List<JsonNode> drawn = receipts.subList(0, Math.min(RECEIPTS, receipts.size()));
    var verifier =
        new Verifier(
            product.get("", "/api/v1/receipt-keys").body().toString(),
            product.get("", "/api/v1/edition-keys").body().toString());
    var altering = new Altering(random);
    for (JsonNode receipt : drawn) {
      Answer proofs =
          product.get(
              "",
              "%s/editions/%s/proofs/%s"
                  .formatted(
                      COMPILATION,
                      receipt.path("editions").get(0).asString(),
                      receipt.path("digest").asString()));
      assertThat(proofs.status()).as(proofs.toString()).isEqualTo(200);
      assertThat(verifier.verify(receipt.toString(), proofs.body().toString()).texts())
          .isPositive();
      Altering.Altered altered = altering.one(receipt, proofs.body());
      assertThatThrownBy(
              () -> verifier.verify(altered.receipt().toString(), altered.proofs().toString()))
          .as(altered.place())
          .isInstanceOf(RefusedException.class);
    }
    step(product, drawn.size() + " receipts of " + receipts.size() + " verified and refused");
  }

  private void itIsConsolidatedDecidedAndAdopted(Product product) {
    var chair = new AsChair(product);
    List<String> items = items(product).stream().map(item -> item.path("id").asString()).toList();
    String entries =
        IntStream.range(0, items.size() / 3)
            .mapToObj(
                n ->
                    "{\"texts\":{\"en\":\"States should do number %1$d.\",\"ar\":\"ينبغي للدول أن تقوم بالأمر رقم %1$d.\"},\"language\":\"en\",\"sources\":[\"%2$s\"]}"
                        .formatted(n + 1, String.join("\",\"", items.subList(3 * n, 3 * n + 3))))
            .collect(Collectors.joining(","));
    chair.does("/api/v1/entries", "\"entries\":[" + entries + "]", 201);
    chair.does("/api/v1/entries/circulation", "\"note\":\"Comments by Friday.\"", 200);
    String decisions =
        IntStream.rangeClosed(1, items.size() / 3)
            .mapToObj(
                n ->
                    n == 2
                        ? "{\"entry\":\"2\",\"decision\":\"merged\",\"into\":\"1\"}"
                        : "{\"entry\":\"%d\",\"decision\":\"%s\"}"
                            .formatted(n, n % 13 == 3 ? "deferred" : "agreed"))
            .collect(Collectors.joining(","));
    chair.does("/api/v1/decisions", "\"decisions\":[" + decisions + "],\"shown\":true", 201);
    Answer adopted = chair.adopts();
    assertThat(adopted.status()).as(adopted.toString()).isEqualTo(201);

    JsonNode list = product.get("", "/api/v1/adopted/" + CONSULTATION).body();
    assertThat(list.path("items")).hasSize(35);
    assertThat(list.path("items").get(0).path("number").asInt()).isEqualTo(1);
    JsonNode lineage =
        product.get("secretariat", "/api/v1/adopted/" + CONSULTATION + "/lineage").body();
    assertThat(
            lineage.findValues("sources").stream()
                .flatMap(sources -> sources.valueStream())
                .mapToInt(source -> source.path("comments").asInt())
                .sum())
        .isEqualTo((int) (standing.size() - general()));
  }

  private static void inParallel(List<Callable<Void>> acts) throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (Future<Void> each : clients.invokeAll(acts)) {
        each.get();
      }
    }
  }

  /** Says how long it took so far, and what memory the product holds and has held. */
  private void step(Product product, String what) {
    String memory = "";
    try {
      memory =
          Files.readString(Path.of("/proc/" + product.process().pid() + "/status"))
              .lines()
              .filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
              .map(line -> line.replaceAll("\\s+", " "))
              .collect(Collectors.joining(", "));
    } catch (IOException e) {
      // Not on this system.
    }
    System.out.printf(
        Locale.ROOT, "%6.1f s  %s (%s)%n", (System.nanoTime() - began) / 1e9, what, memory);
  }
}
