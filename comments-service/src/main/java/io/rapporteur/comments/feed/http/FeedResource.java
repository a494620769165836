package io.rapporteur.comments.feed.http;

import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.draft.http.DelegationCaller;
import io.rapporteur.comments.feed.Feeds;
import io.rapporteur.comments.feed.Following;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feed of the caller's delegation, page by page. */
@RestController
@RequestMapping("/api/v1/feed")
public final class FeedResource {

  private static final int LARGEST_PAGE = 1_000;

  private final Following following;
  private final EntryViews views;
  private final Consultations consultations;

  /** Puts the door together. */
  public FeedResource(Feeds feeds, Consultations consultations) {
    this.following = new Following(feeds);
    this.views = new EntryViews(feeds);
    this.consultations = consultations;
  }

  @GetMapping
  Map<String, Object> page(
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "") String cursor,
      Authentication authentication) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new RefusedException(
          List.of(Fault.of("limit", Integer.toString(limit), "1 to " + LARGEST_PAGE)));
    }
    var caller = DelegationCaller.of(Caller.of(authentication), consultations);
    Optional<String> after = cursor.isEmpty() ? Optional.empty() : Optional.of(cursor);
    return switch (following.after(caller.participant(), after, limit)) {
      case Following.Page page -> view(page);
      case Following.NoSuchCursor none ->
          throw new RefusedException(
              List.of(
                  Fault.of(
                      ProblemType.MALFORMED_REQUEST,
                      "cursor",
                      cursor,
                      "the cursor of an earlier answer to this delegation; without one the feed begins anew",
                      List.of())));
      case Following.ViewBehind behind ->
          throw new RefusedException(
              ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
    };
  }

  private Map<String, Object> view(Following.Page page) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("entries", views.of(page.entries()));
    view.put("cursor", page.cursor());
    view.put("more", page.more());
    return view;
  }
}
