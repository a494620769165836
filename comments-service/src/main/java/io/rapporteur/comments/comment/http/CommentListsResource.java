package io.rapporteur.comments.comment.http;

import io.rapporteur.comments.comment.Comments;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Comments of a delegation one after the other: its own, and those that it is asked to join. */
@RestController
@RequestMapping("/api/v1/comments")
public final class CommentListsResource {

  private static final int LARGEST_PAGE = 200;

  private final Comments comments;
  private final Requests requests;
  private final Answers answers;

  /** Puts the door together. */
  public CommentListsResource(Comments comments, Consultations consultations, Clock clock) {
    this.comments = comments;
    this.requests = new Requests(consultations, clock);
    this.answers = new Answers(consultations);
  }

  @GetMapping
  Map<String, Object> own(
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String cursor,
      @RequestParam(defaultValue = "author") String as,
      Authentication authentication) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new RefusedException(
          List.of(Fault.of("limit", Integer.toString(limit), "1 to " + LARGEST_PAGE)));
    }
    if (!as.equals("author") && !as.equals("co-sponsor")) {
      throw new RefusedException(List.of(Fault.of("as", as, "author or co-sponsor")));
    }
    String participant = requests.author(authentication).participant();
    Optional<String> viewer = Caller.of(authentication).participant();
    Comments.Page page =
        as.equals("author")
            ? comments.of(participant, place(cursor), limit)
            : comments.askedOf(participant, place(cursor), limit);
    Map<String, Object> answer = new TreeMap<>();
    answer.put(
        "comments",
        page.comments().stream().map(comment -> answers.view(comment, viewer)).toList());
    page.next()
        .ifPresent(
            next ->
                answer.put(
                    "next",
                    Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(next.getBytes(StandardCharsets.UTF_8))));
    return answer;
  }

  private static String place(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          List.of(Fault.of("cursor", cursor, "the next of an earlier answer")));
    }
  }
}
