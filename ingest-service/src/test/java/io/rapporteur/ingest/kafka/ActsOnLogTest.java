package io.rapporteur.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.events.ActNoted;
import io.rapporteur.ingest.acts.Act;
import io.rapporteur.ingest.acts.Acts;
import io.rapporteur.ingest.acts.Acts.Search;
import io.rapporteur.ingest.acts.Acts.Sight;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trail of two services on a real log, page by page. */
class ActsOnLogTest {

  private static final int ACTS = 300;
  private static final Instant START = Instant.parse("2021-03-01T09:00:00Z");
  private static final Search ALL =
      new Search(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  private static final Sight OF_SECRETARIAT = new Sight(Optional.empty());

  @TempDir Path folder;

  private final Random random = new Random(4);
  private final List<ActNoted> noted = new ArrayList<>();

  @Test
  void everyActIsOnOnePageTheLatestFirstAndOwnAffairsAreOfTheDelegationAlone() throws IOException {
    try (CatalogueBroker broker = CatalogueBroker.start(folder.resolve("broker"))) {
      SchemaIds ids = RememberedSchemas.in(folder.resolve("schema-ids"));
      write(TopicCatalogue.COMMENTS_ACTS, broker.access(Principal.COMMENTS), ids);
      write(TopicCatalogue.IDENTITY_ACTS, broker.access(Principal.IDENTITY), ids);
      var view =
          new IngestView(
              ViewStore.open(folder.resolve("view"), "1"), broker.access(Principal.INGEST), ids);
      view.reader().start();
      try {
        await().atMost(Duration.ofSeconds(30)).until(view.reader()::ready);
        var acts = new KafkaActs(view);

        assertThat(paged(acts, OF_SECRETARIAT, ALL)).isEqualTo(expected(act -> !act.getWithin()));
        assertThat(paged(acts, OF_SECRETARIAT, of("eg")))
            .isEqualTo(expected(act -> isOf("eg", act) && !act.getWithin()));
        assertThat(paged(acts, new Sight(Optional.of("eg")), of("eg")))
            .isEqualTo(expected(act -> isOf("eg", act)));
        Instant from = START.plusSeconds(20);
        Instant until = START.plusSeconds(40);
        assertThat(
                paged(
                    acts,
                    OF_SECRETARIAT,
                    new Search(
                        Optional.empty(),
                        Optional.of("account-1"),
                        Optional.of(from),
                        Optional.of(until))))
            .isNotEmpty()
            .isEqualTo(
                expected(
                    act ->
                        !act.getWithin()
                            && act.getAccount().equals("account-1")
                            && !act.getNotedAt().isBefore(from)
                            && !act.getNotedAt().isAfter(until)));
      } finally {
        view.reader().close();
      }
    }
  }

  private static Search of(String participant) {
    return new Search(
        Optional.of(participant), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static boolean isOf(String participant, ActNoted act) {
    return participant.equals(act.getParticipant());
  }

  private void write(Topic topic, BrokerAccess access, SchemaIds ids) {
    try (var log = new EventLog<ActNoted>(topic, access, ids, Clock.systemUTC(), new ClockSkew())) {
      for (int i = 0; i < ACTS / 2; i++) {
        ActNoted act = act();
        noted.add(act);
        log.append(
            Map.of(act.getParticipant() == null ? act.getRole() : act.getParticipant(), act));
      }
    }
  }

  private ActNoted act() {
    Optional<String> participant =
        Optional.of(List.of("eg", "br", "").get(random.nextInt(3))).filter(code -> !code.isEmpty());
    return ActNoted.newBuilder()
        .setAct(UUID.randomUUID().toString())
        .setNotedAt(START.plusSeconds(random.nextInt(60)))
        .setAccount("account-" + random.nextInt(3))
        .setRole(participant.isPresent() ? "delegation" : "secretariat")
        .setParticipant(participant.orElse(null))
        .setWithin(participant.isPresent() && random.nextInt(3) == 0)
        .setDoor("POST /api/v1/comments")
        .setThings(List.of())
        .setStatus(201)
        .build();
  }

  private List<String> expected(Predicate<ActNoted> wanted) {
    return noted.stream()
        .filter(wanted)
        .sorted(
            Comparator.comparing(ActNoted::getNotedAt).reversed().thenComparing(ActNoted::getAct))
        .map(ActNoted::getAct)
        .toList();
  }

  private List<String> paged(Acts acts, Sight sight, Search search) {
    List<String> read = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Acts.Page page = acts.page(sight, search, after, 1 + random.nextInt(20));
      page.acts().stream().map(Act::id).forEach(read::add);
      after = page.next();
    } while (after.isPresent());
    return read;
  }
}
