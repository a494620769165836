package io.rapporteur.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.standalone.SealedRound.Word;
import io.rapporteur.standalone.Walk.Seen;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Everyone who can ask goes to every door and reads every byte: before the edition no word of
 * another and nothing that changes with how many comments there are, after it all that is public
 * and nothing else; while it is for participants alone, those who do not sign in learn nothing.
 * Doors are those of the services' own documents, so that a new one is walked to by itself.
 */
@OwnProduct
class SealedEverywhereIT {

  /** Those who learn nothing of a comment that they neither wrote nor were asked to join. */
  private static final List<String> OUTSIDERS =
      List.of("", "br", "cl", "ng", "chair", "rapporteur", "bureau", "operator");

  /** What its author has replaced or taken back is shown to nobody by most doors. */
  private static final Set<Word> REPLACED = Set.of(Word.REVISED, Word.WITHDRAWN);

  private static final List<String> UNINVITED = List.of("", "br", "bureau", "operator");
  private static final List<String> ROLES = List.of("chair", "rapporteur", "bureau", "operator");

  /** An operator has no part in the round. */
  private static final List<String> SIGN_IN_NOWHERE = List.of("", "operator");

  @TempDir static Path folder;
  private static GreenMail mail;
  private static Product product;
  private static SignedTokens tokens;
  private static SealedRound round;

  private final Map<String, Walk> walks = new TreeMap<>();

  @BeforeAll
  static void start() throws IOException {
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetupTest.SMTP.getProtocol()));
    mail.start();
    Path contacts = folder.resolve("contacts.json");
    Files.writeString(
        contacts,
        """
        {"contacts": [
          {"participant": "eg", "language": "ar", "email": "eg@example.org"},
          {"participant": "br", "language": "en", "email": "br@example.org"}]}\
        """);
    Files.setPosixFilePermissions(contacts, PosixFilePermissions.fromString("rw-------"));
    String circulation = "RAPPORTEUR_INGEST_CIRCULATION_";
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(circulation + "CONTACTS", contacts.toString());
    settings.put(circulation + "LINK", "https://example.org/{consultation}");
    settings.put(circulation + "INTERVAL", "PT1S");
    settings.put(circulation + "SMTP_HOST", "127.0.0.1");
    settings.put(circulation + "SMTP_PORT", "" + mail.getSmtp().getPort());
    settings.put(circulation + "SMTP_STARTTLS", "false");
    settings.put(circulation + "SMTP_FROM", "desk@example.org");
    for (String whose : List.of("ACCOUNT", "ADDRESS")) {
      settings.put("RAPPORTEUR_LIMITS_" + whose + "_PERSECOND", "100000");
      settings.put("RAPPORTEUR_LIMITS_" + whose + "_BURST", "100000");
    }
    product = Product.start(folder.resolve("data"), settings);
    product.post("secretariat", "/api/v1/deliveries/release", "{}");
    tokens = new SignedTokens(product);
    round = new SealedRound(product, tokens.of("the-chair", "chair"));
  }

  @AfterAll
  static void stop() {
    product.close();
    mail.stop();
  }

  @Test
  void nothingIsReadOrCountedBeforeTheEditionAndAllThatIsPublicAfterIt() throws Exception {
    round.open();
    Stream.concat(OUTSIDERS.stream(), Stream.of("eg", "secretariat"))
        .forEach(caller -> walks.put(caller, new Walk(product, caller, token(caller))));
    var doors = new DocumentedDoors(product);
    assertThat(doors.unknown(round.known(Map.of("/exports/{export}", List.of("missing")))))
        .as("parameters that the walk cannot fill")
        .isEmpty();

    whoAsksUninvitedIsToldNothing(doors);
    Map<String, Map<String, Seen>> before = walk(doors, List.copyOf(walks.keySet()));
    before.forEach(SealedEverywhereIT::readsItsOwnAlone);
    theWordsOfAReaderAreFoundByIt(before);

    byte[] publicTopic = kafkaIsShutToThePublic(Set.of());
    kafkaTellsTheSecretariatWhatItMayRead();

    round.more();
    Map<String, Map<String, Seen>> after = walk(doors, OUTSIDERS);
    List<String> different = new ArrayList<>();
    after.forEach(
        (caller, seen) ->
            different.addAll(differences(at(walks, caller), at(before, caller), seen)));
    assertThat(different).as("what can be counted by").isEmpty();
    assertThat(kafkaIsShutToThePublic(Set.of())).isEqualTo(publicTopic);
    theProcessSaidNothing();

    share();
    Map<String, Map<String, Seen>> shared = walk(doors, List.of("", "br"));
    assertThat(differences(at(walks, ""), at(after, ""), at(shared, "")))
        .as("what the public learns of an edition for participants")
        .isEmpty();
    readsItsOwnAlone("", at(shared, ""));
    assertThat(kafkaIsShutToThePublic(Set.of())).isEqualTo(publicTopic);
    readsItsOwnAndWhatIsPublic("br", at(shared, "br"));
    everyDoorOfCommentsShowsAllThatIsPublic(Map.of("br", at(shared, "br")));
    itsDoorsAreOpenToAllWhoSignIn();
    theProcessSaidNothing();

    openToEveryone();
    Map<String, Map<String, Seen>> published = walk(doors, List.of("", "bureau"));
    published.forEach(SealedEverywhereIT::readsItsOwnAndWhatIsPublic);
    everyDoorOfCommentsShowsAllThatIsPublic(published);
    kafkaIsShutToThePublic(open());
    theProcessSaidNothing();
  }

  /** What belongs to others is the same as nothing, whatever is asked with its ids. */
  private void whoAsksUninvitedIsToldNothing(DocumentedDoors doors) {
    DocumentedDoors.Known known = round.known(Map.of("/exports/{export}", List.of("missing")));
    String body =
        """
        {"consultation":"%s","recommendation":"1(a)","kind":"technical","language":"en","text":"x",
         "drafts":["%s"],"attachments":["%s"],"submission":"%s","comment":"%s"}\
        """
            .formatted(
                SealedRound.ID,
                known.of("/drafts/{id}").getFirst(),
                known.of("/attachments/{id}").getFirst(),
                known.of("/submissions/{id}").getFirst(),
                known.of("/comments/{id}").getFirst());
    for (String caller : UNINVITED) {
      readsItsOwnAlone(caller, at(walks, caller).everywhereUninvited(doors, known, body));
    }
  }

  private Map<String, Map<String, Seen>> walk(DocumentedDoors doors, List<String> callers)
      throws Exception {

    Map<String, Map<String, Seen>> seen = new TreeMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<String> others = new ArrayList<>();
      for (String caller : List.of("eg", "secretariat")) {
        if (callers.contains(caller)) {
          at(walks, caller).startExports(SealedRound.ID);
        }
        others.addAll(at(walks, caller).exports());
      }
      List<Callable<Map<String, Seen>>> each = new ArrayList<>();
      for (String caller : callers) {
        Walk walk = at(walks, caller);
        each.add(
            () -> {
              if (!others.containsAll(walk.exports()) || walk.exports().isEmpty()) {
                walk.startExports(SealedRound.ID);
              }
              List<String> exports = new ArrayList<>(walk.exports());
              others.stream().filter(export -> !exports.contains(export)).forEach(exports::add);
              return walk.everywhere(doors, round.known(Map.of("/exports/{export}", exports)));
            });
      }
      List<Future<Map<String, Seen>>> done = threads.invokeAll(each);
      for (int n = 0; n < callers.size(); n++) {
        seen.put(callers.get(n), done.get(n).get());
      }
    }
    return seen;
  }

  private static void readsItsOwnAlone(String caller, Map<String, Seen> answers) {
    reads(caller, answers, word -> word.isRead(caller));
  }

  private static void readsItsOwnAndWhatIsPublic(String caller, Map<String, Seen> answers) {
    reads(caller, answers, word -> word.isRead(caller) || word.opens());
  }

  private static void reads(
      String caller, Map<String, Seen> answers, Function<Word, Boolean> permitted) {
    List<String> leaks = new ArrayList<>();
    answers.forEach(
        (request, seen) -> {
          for (Word word : words(seen)) {
            if (!permitted.apply(word)) {
              leaks.add("%s reads %s at %s (%d)".formatted(caller, word, request, seen.status()));
            }
          }
          if (seen.status() >= 500) {
            leaks.add("%s is answered %d at %s".formatted(caller, seen.status(), request));
          }
        });
    assertThat(leaks).isEmpty();
  }

  /** Or the walk would find nothing because it cannot read. */
  private static void theWordsOfAReaderAreFoundByIt(Map<String, Map<String, Seen>> answers) {
    for (String caller : List.of("eg", "secretariat", "chair", "cl", "ng")) {
      Set<Word> found = EnumSet.noneOf(Word.class);
      at(answers, caller).values().forEach(seen -> found.addAll(words(seen)));
      assertThat(found)
          .as("what '%s' reads", caller)
          .containsAll(
              Stream.of(Word.values())
                  .filter(word -> word.isRead(caller) && !REPLACED.contains(word))
                  .toList());
    }
    for (String format : List.of("docx", "pdf", "xlsx", "csv", "akn", "json")) {
      assertThat(
              words(
                  at(
                      at(answers, "secretariat"),
                      "/api/v1/compilations/sealed?format=" + format + "&language=ar{}")))
          .as(format)
          .contains(Word.TEXT, Word.TRANSLATION, Word.PROPOSED, Word.CHINESE, Word.JOINT);
    }
  }

  private static List<String> differences(
      Walk walk, Map<String, Seen> before, Map<String, Seen> after) {
    List<String> different = new ArrayList<>();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach(
        (request, seen) -> {
          Seen then = at(before, request);
          if (request.startsWith("/api/v1/acts") && seen.status() == 200) {
            // It has had papers made since: each act there is its own.
            seen.json()
                .path("acts")
                .forEach(
                    act ->
                        assertThat(act.path("account").asString())
                            .isIn(walk.name(), "the-" + walk.name()));
            return;
          }
          if (!seen.said().equals(then.said())) {
            different.add(
                "%s at %s: ".formatted(walk.name(), request)
                    + difference(then.said(), seen.said()));
          }
        });
    return different;
  }

  private static String difference(String one, String other) {
    int from = 0;
    while (from < Math.min(one.length(), other.length())
        && one.charAt(from) == other.charAt(from)) {
      from++;
    }
    int begin = Math.max(0, from - 100);
    return "%s | %s"
        .formatted(
            one.substring(begin, Math.min(one.length(), from + 100)),
            other.substring(begin, Math.min(other.length(), from + 100)));
  }

  private static void everyDoorOfCommentsShowsAllThatIsPublic(
      Map<String, Map<String, Seen>> answers) {
    Set<Word> open = open();
    String compilation = "/api/v1/compilations/sealed";
    answers.forEach(
        (caller, seen) -> {
          for (String door :
              List.of(
                  compilation + "{}",
                  compilation + "?asOf=edition%3Afirst{}",
                  compilation + "?format=json{}",
                  compilation + "?format=docx&language=ar{}",
                  compilation + "?format=pdf&language=ar{}",
                  compilation + "?format=xlsx&language=ar{}",
                  compilation + "?format=csv&language=ar{}",
                  compilation + "?format=akn&language=ar{}")) {
            assertThat(words(at(seen, door))).as("%s at %s", caller, door).containsAll(open);
          }
          for (Word word : open) {
            assertThat(
                    at(
                            seen,
                            "/api/v1/search?consultation=sealed&q="
                                + Product.encoded(word.said())
                                + "{}")
                        .json()
                        .path("total")
                        .asInt())
                .as("%s is found by '%s'", word, caller)
                .isEqualTo(word == Word.FILE_NAME ? 0 : 1);
          }
        });
  }

  private static Set<Word> open() {
    return Stream.of(Word.values())
        .filter(Word::opens)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Word.class)));
  }

  /** The public's own topic holds these words; of any other it learns not even the name. */
  private static byte[] kafkaIsShutToThePublic(Set<Word> open) throws Exception {
    String own = TopicCatalogue.PUBLISHED_COMMENTS.name();
    var door = new KafkaDoor(product.kafka(Principal.PUBLIC));
    assertThat(door.topics()).containsExactly(own);
    assertThat(
            door.ajar(
                TopicCatalogue.all().stream()
                    .map(Topic::name)
                    .filter(topic -> !topic.equals(own))
                    .toList()))
        .isEmpty();
    byte[] read = door.everything(own);
    assertThat(words(read)).isEqualTo(open);
    return read;
  }

  private static void kafkaTellsTheSecretariatWhatItMayRead() throws Exception {
    var door = new KafkaDoor(product.kafka(Principal.SECRETARIAT));
    Set<Word> found = EnumSet.noneOf(Word.class);
    for (String topic : door.topics()) {
      found.addAll(words(door.everything(topic)));
    }
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Word.values()).filter(word -> word.isRead("secretariat")).toList());
  }

  private void share() {
    publish(
        "{\"edition\":\"first\",\"audience\":\"participants\",\"reason\":\"a first look\"}", "br");
  }

  private void openToEveryone() {
    publish("{\"edition\":\"first\",\"audience\":\"everyone\"}", "");
  }

  private void publish(String body, String reader) {
    assertThat(
            product
                .post(
                    "secretariat", "/api/v1/consultations/" + SealedRound.ID + "/publication", body)
                .status())
        .isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                product
                    .get(reader, "/api/v1/compilations/" + SealedRound.ID)
                    .body()
                    .has("edition"));
  }

  /** Role x door while participants alone read the edition: by it, those who do not sign in. */
  private void itsDoorsAreOpenToAllWhoSignIn() {
    String compilation = "/api/v1/compilations/" + SealedRound.ID;
    String proof = round.known(Map.of()).of("/proofs/{digest}").getFirst();
    Map<String, Integer> doors =
        Map.of(
            compilation + "?asOf=edition:first", 422,
            compilation + "?format=csv&asOf=edition:first", 422,
            compilation + "/rolling-text?language=en&asOf=edition:first", 422,
            compilation + "/changes?from=edition:first", 422,
            compilation + "/editions/first/bundle", 404,
            compilation + "/editions/first/proofs/" + proof, 404);
    walks.forEach(
        (caller, walk) -> {
          boolean signsIn = !SIGN_IN_NOWHERE.contains(caller);
          doors.forEach(
              (door, refused) ->
                  assertThat(walk.get(door).status())
                      .as("%s as '%s'", door, caller)
                      .isEqualTo(signsIn ? 200 : refused));
          assertThat(walk.get(compilation + "/editions").json().path("editions"))
              .as("editions of '%s'", caller)
              .hasSize(signsIn ? 1 : 0);
          JsonNode consultation = walk.get("/api/v1/consultations/" + SealedRound.ID).json();
          assertThat(consultation.path("editions")).hasSize(signsIn ? 1 : 0);
          assertThat(consultation.has("forParticipants")).isEqualTo(signsIn);
        });
  }

  /** Neither its terminal, nor its logs, nor its mails hold a word of a comment. */
  private static void theProcessSaidNothing() throws Exception {
    assertThat(mail.waitForIncomingEmail(30_000, 2)).isTrue();
    Map<String, byte[]> said = new TreeMap<>();
    said.put("terminal", product.said().getBytes(StandardCharsets.UTF_8));
    try (Stream<Path> logs = Files.list(product.data().resolve("logs"))) {
      for (Path log : logs.toList()) {
        said.put(log.getFileName().toString(), Files.readAllBytes(log));
      }
    }
    for (MimeMessage message : mail.getReceivedMessages()) {
      said.put(
          "mail " + said.size(),
          GreenMailUtil.getWholeMessage(message).getBytes(StandardCharsets.UTF_8));
    }
    said.forEach((where, bytes) -> assertThat(words(bytes)).as(where).isEmpty());
  }

  private static Set<Word> words(Seen seen) {
    return words(seen.searched());
  }

  private static Set<Word> words(byte[] bytes) {
    return words(Legible.searched(bytes));
  }

  /** Those that stand in a text, from either end: right-to-left text may have been turned. */
  private static Set<Word> words(String searched) {
    Set<Word> found = EnumSet.noneOf(Word.class);
    for (Word word : Word.values()) {
      String said = Legible.closed(word.said());
      if (searched.contains(said)
          || searched.contains(new StringBuilder(said).reverse().toString())) {
        found.add(word);
      }
    }
    return found;
  }

  private static <V> V at(Map<String, V> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }

  private static String token(String caller) {
    if (caller.isEmpty()) {
      return "";
    }
    return ROLES.contains(caller) ? tokens.of("the-" + caller, caller) : product.token(caller);
  }
}
