package io.rapporteur.comments.submission.http;

import io.rapporteur.comments.submission.Submission;
import io.rapporteur.comments.submission.SubmissionPapers;
import io.rapporteur.comments.submission.Submissions;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Submissions are read here: the delegation's own, or any by the secretariat. */
@RestController
@RequestMapping("/api/v1/submissions")
public final class SubmissionReadingResource {

  private static final int LARGEST_PAGE = 200;

  private final Submissions submissions;
  private final SubmissionViews views;
  private final SubmissionPapers papers;

  /** Puts the door together. */
  public SubmissionReadingResource(
      Submissions submissions, SubmissionViews views, SubmissionPapers papers) {
    this.submissions = submissions;
    this.views = views;
    this.papers = papers;
  }

  @GetMapping
  Map<String, Object> page(
      @RequestParam(required = false) @Nullable String participant,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String cursor,
      Authentication authentication) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new RefusedException(
          List.of(Fault.of("limit", Integer.toString(limit), "1 to " + LARGEST_PAGE)));
    }
    Caller caller = Caller.of(authentication);
    Optional<String> whose =
        caller.isSecretariat() ? Optional.ofNullable(participant) : caller.participant();
    String after = place(cursor);
    if (whose.isPresent() && !after.isEmpty() && !after.startsWith(whose.get() + "/")) {
      throw new RefusedException(
          List.of(Fault.of("cursor", cursor, "the next of an earlier answer")));
    }
    Submissions.Page page = submissions.of(whose, after, limit);
    Map<String, Object> answer = new TreeMap<>();
    answer.put("submissions", page.submissions().stream().map(SubmissionViews::head).toList());
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

  @GetMapping("/{id}")
  ResponseEntity<?> one(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String format,
      @RequestParam(required = false) @Nullable Integer revision,
      @RequestHeader(value = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      Authentication authentication) {
    Submission submission = views.visible(id, Caller.of(authentication));
    if (format != null && !format.equals("json") && !format.equals("pdf")) {
      throw new RefusedException(List.of(Fault.of("format", format, "json or pdf")));
    }
    boolean wantsPdf =
        format == null
            ? accept != null && accept.startsWith(MediaType.APPLICATION_PDF_VALUE)
            : format.equals("pdf");
    if (!wantsPdf) {
      return ResponseEntity.ok()
          .eTag("\"" + submission.revision() + "\"")
          .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
          .body(views.whole(submission));
    }
    int wanted = revision == null ? submission.revision() : revision;
    if (wanted < 1 || wanted > submission.revision()) {
      throw new RefusedException(
          List.of(Fault.of("revision", Integer.toString(wanted), "1 to " + submission.revision())));
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .eTag("\"" + wanted + "\"")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("submission-%s-%d.pdf".formatted(submission.id(), wanted))
                .build()
                .toString())
        .body(papers.pdf(submission.at(wanted)));
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
