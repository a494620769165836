package io.rapporteur.aggregation.board.http;

import io.rapporteur.aggregation.board.Boards;
import io.rapporteur.aggregation.board.Boards.Board;
import io.rapporteur.aggregation.board.ItemTally;
import io.rapporteur.aggregation.board.http.BoardSight.Seen;
import io.rapporteur.aggregation.board.http.TalliesResource.TalliesView;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Cut;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Revocations;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The board as it changes, as server-sent events: first the whole board ({@code board}), then each
 * item whose tally has changed ({@code tally}). The id of an event is the cut of the board it tells
 * of; a reader that comes back with {@code Last-Event-ID} gets what has changed since. For those to
 * whom the Bureau opened the board events have no id, and who comes back gets the whole board. A
 * stream ends after some minutes, or when its reader may no longer look, and the reader comes back.
 * One that reads nothing is left when the connection takes no more.
 */
@RestController
@RequestMapping("/api/v1/compilations/{id}/stream")
public final class StreamResource implements SmartLifecycle {

  /** How long a stream goes on before its reader shows its token again. */
  private static final Duration LIFE = Duration.ofMinutes(2);

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final int MOST = 500;

  /** Of those to whom a board was opened, so that they leave places to the others. */
  private static final int MOST_OPENED = 300;

  private final Boards boards;
  private final BoardSight sight;
  private final Revocations revocations;
  private final Clock clock;
  private final Semaphore streams = new Semaphore(MOST);
  private final Semaphore opened = new Semaphore(MOST_OPENED);
  private volatile boolean running;

  /** Answers from these, as long as a reader's token is not taken back. */
  public StreamResource(Boards boards, BoardSight sight, Revocations revocations, Clock clock) {
    this.boards = boards;
    this.sight = sight;
    this.revocations = revocations;
    this.clock = clock;
  }

  @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void stream(
      @PathVariable String id,
      @RequestHeader(value = "Last-Event-ID", required = false) @Nullable String lastEventId,
      @Nullable Authentication authentication,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    Caller caller = Caller.of(authentication);
    Consultation consultation = sight.looking().find(id);
    Seen seen = sight.require(consultation, caller);
    Semaphore places = seen.all() ? streams : opened;
    if (!places.tryAcquire()) {
      throw new RefusedException(
          ProblemType.NOT_READY, "Too many streams are open; read /tallies now and then.");
    }
    try {
      sight.looking().freshen();
      var events = new EventStream(response);
      Optional<Cut> since = seen.all() ? sight.looking().cut(lastEventId) : Optional.<Cut>empty();
      tell(consultation, authentication, since, events);
    } finally {
      places.release();
    }
  }

  private void tell(
      Consultation opened,
      @Nullable Authentication authentication,
      Optional<Cut> since,
      EventStream events)
      throws IOException, InterruptedException {
    Caller caller = Caller.of(authentication);
    Instant end = clock.instant().plus(LIFE);
    Board before = since.map(cut -> boards.at(opened, cut)).orElse(null);
    Instant said = clock.instant();
    while (running && clock.instant().isBefore(end)) {
      Consultation consultation = sight.looking().find(opened.id());
      Optional<Seen> seen = sight.seen(consultation, caller);
      if (seen.isEmpty() || !believes(authentication)) {
        return;
      }
      boolean all = seen.get().all();
      Board now = boards.now(consultation);
      if (before == null) {
        events.send("board", id(now, all), TalliesView.of(opened.id(), now, seen.get()));
      } else if (changed(before, now, all, events)) {
        said = clock.instant();
      } else if (said.plus(SILENCE).isBefore(clock.instant())) {
        events.keepAlive();
        said = clock.instant();
      }
      before = now;
      Thread.sleep(PAUSE);
    }
  }

  private static Optional<String> id(Board board, boolean all) {
    return all ? Optional.of(board.cut().name()) : Optional.empty();
  }

  /** Who shows no token is whom the board is opened to; a token must not have been taken back. */
  private boolean believes(@Nullable Authentication authentication) {
    return !(authentication instanceof JwtAuthenticationToken shown)
        || revocations.believes(shown.getToken());
  }

  /** Tells each item whose tally is another now; the last of them bears the new cut. */
  private static boolean changed(Board before, Board now, boolean all, EventStream events)
      throws IOException {
    Set<ItemTally> known = new HashSet<>(before.tallies());
    var changed = now.tallies().stream().filter(tally -> !known.contains(tally)).toList();
    for (int i = 0; i < changed.size(); i++) {
      boolean last = i == changed.size() - 1;
      events.send("tally", id(last ? now : before, all), changed.get(i));
    }
    return !changed.isEmpty();
  }

  @Override
  public void start() {
    running = true;
  }

  /** Ends all streams, before the server waits for requests to end. */
  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return DEFAULT_PHASE;
  }
}
