package io.rapporteur.aggregation.publication.http;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Consultation.Edition;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Manifest;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.compilation.Placing;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.compilation.http.Words;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.Meetings;
import io.rapporteur.aggregation.paper.UnLanguage;
import io.rapporteur.aggregation.publication.AtomFeed;
import io.rapporteur.aggregation.publication.Feed;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.revision.CanonicalJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * What is public, as a feed, for everyone alike. Before the first edition is whole it is empty, but
 * for a list that was adopted; the draft is told from then on, as its door shows it. It answers by
 * {@code ETag} alone: a time of the last change would hide from who asks by it that a comment was
 * withdrawn since.
 */
@RestController
@RequestMapping("/api/v1/compilations/{id}/feed.atom")
public final class AtomFeedResource {

  /** Whoever asks: it is the same for all. */
  private static final Caller EVERYONE = Caller.of(null);

  private final Compilations compilations;
  private final Looking looking;
  private final Meetings meetings;
  private final Map<String, Firsts> firsts = new ConcurrentHashMap<>();

  /** Answers from these. */
  public AtomFeedResource(Compilations compilations, Looking looking, Meetings meetings) {
    this.compilations = compilations;
    this.looking = looking;
    this.meetings = meetings;
  }

  /** With which of these editions each text came first; never changes. */
  private record Firsts(List<Edition> editions, Map<String, Edition> byText) {}

  @GetMapping(produces = "application/atom+xml")
  @Nullable ResponseEntity<byte[]> feed(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(defaultValue = "1") String page,
      @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String acceptLanguage,
      WebRequest request)
      throws IOException {
    Consultation consultation = looking.find(id);
    List<Fault> faults = new ArrayList<>();
    UnLanguage shown =
        UnLanguage.of(Words.page(language, acceptLanguage, faults)).orElse(UnLanguage.EN);
    List<Edition> editions = looking.editions(consultation, EVERYONE);
    Meeting meeting = meetings.meeting(id);
    String tag = "\"" + CanonicalJson.digest(made(meeting, editions, shown, page)) + "\"";
    // It names the tag in the answer, too.
    if (faults.isEmpty() && request.checkNotModified(tag)) {
      return null;
    }
    List<Comment> current =
        editions.isEmpty() ? List.of() : compilations.published(id, editions.getLast().name());
    List<Item> items = compilations.items(consultation);
    var order = new HouseOrder(shown.tag(), compilations.names(shown.tag()));
    List<Feed.Published> entries =
        Feed.with(
            meeting,
            !editions.isEmpty(),
            Feed.entries(editions, firsts(id, editions), current, order(items, order)));
    int pages = Math.max(1, (entries.size() + Feed.PAGE - 1) / Feed.PAGE);
    int number = page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0;
    if (number < 1 || number > pages) {
      faults.add(Fault.of("page", page, "a number from 1 to " + pages));
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    var out = new ByteArrayOutputStream();
    new AtomFeed(
            id,
            title(consultation, shown),
            order,
            shown,
            comment -> on(consultation, items, comment, shown))
        .write(
            entries.isEmpty() ? Instant.EPOCH : entries.getFirst().at(),
            entries.subList((number - 1) * Feed.PAGE, Math.min(entries.size(), number * Feed.PAGE)),
            number,
            pages,
            name ->
                looking.manifest(consultation, EVERYONE, name).map(Manifest::comments).orElse(0),
            out);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePublic())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CONTENT_LANGUAGE, shown.tag())
        .body(out.toByteArray());
  }

  /** What a page is made of, as far as it can change. */
  private Map<String, Object> made(
      Meeting meeting, List<Edition> editions, UnLanguage language, String page) {
    List<String> since =
        editions.isEmpty()
            ? List.of()
            : compilations.notices(meeting.consultation(), editions.getLast().name()).stream()
                .map(Notice::comment)
                .toList();
    return Map.of(
        "editions",
        editions.stream().map(Edition::name).toList(),
        "since",
        since,
        "drafts",
        editions.isEmpty() ? 0 : meeting.circulations().size(),
        "adopted",
        meeting.adopted().isPresent(),
        "language",
        language.tag(),
        "page",
        page);
  }

  private Map<String, Edition> firsts(String id, List<Edition> editions) {
    return Objects.requireNonNull(
            firsts.compute(
                id,
                (key, known) ->
                    known != null && known.editions.equals(editions)
                        ? known
                        : new Firsts(
                            editions,
                            Feed.firsts(
                                editions,
                                edition ->
                                    compilations
                                        .computed(id, edition.name())
                                        .orElseGet(
                                            () -> compilations.published(id, edition.name()))))))
        .byText;
  }

  private static Comparator<Comment> order(List<Item> items, HouseOrder order) {
    List<String> ids = items.stream().map(Item::id).toList();
    Placing placing = Placing.following(items);
    return Comparator.<Comment>comparingInt(
            comment -> placing.item(comment).map(ids::indexOf).orElse(-1))
        .thenComparing(order.comments());
  }

  private static String title(Consultation consultation, UnLanguage language) {
    return consultation
        .titles()
        .getOrDefault(language.tag(), consultation.titles().getOrDefault("en", consultation.id()));
  }

  private static Optional<String> on(
      Consultation consultation, List<Item> items, Comment comment, UnLanguage language) {
    return comment
        .recommendation()
        .flatMap(id -> items.stream().filter(item -> item.id().equals(id)).findFirst())
        .map(
            item ->
                io.rapporteur.aggregation.paper.Words.in(language)
                        .word("item", Integer.toString(item.number()))
                    + ", "
                    + (consultation.documents().size() > 1
                        ? item.referable().shownWithDocument()
                        : item.referable().shown()));
  }
}
