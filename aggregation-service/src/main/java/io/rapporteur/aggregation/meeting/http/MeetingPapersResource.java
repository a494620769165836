package io.rapporteur.aggregation.meeting.http;

import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.paper.AdoptedList;
import io.rapporteur.aggregation.meeting.paper.AgreedSoFar;
import io.rapporteur.aggregation.meeting.paper.ListLineage;
import io.rapporteur.aggregation.meeting.paper.Setting;
import io.rapporteur.aggregation.paper.Asked;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperFormat;
import io.rapporteur.aggregation.paper.PaperFormat.Media;
import io.rapporteur.aggregation.paper.http.AskedFields;
import io.rapporteur.aggregation.paper.http.AtOnce;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * What a meeting has made, as papers, at the doors at which it is read as JSON: what is agreed so
 * far, the adopted list, its lineage. Each is seen by those who see the JSON. What is agreed so far
 * holds what was shown, for everyone: a paper travels. Who leads may ask for what is prepared.
 */
@RestController
@RequestMapping("/api/v1")
public final class MeetingPapersResource {

  private static final List<PaperFormat> PAGES = List.of(PaperFormat.DOCX, PaperFormat.PDF);
  private static final List<PaperFormat> ALL = List.of(PaperFormat.values());
  private static final Set<String> ASKED = Set.of("format", "language", "symbol", "distribution");

  private final MeetingDoor door;
  private final Lineage lineage;
  private final AtOnce atOnce;

  /** Answers through this. */
  public MeetingPapersResource(MeetingDoor door, Lineage lineage, AtOnce atOnce) {
    this.door = door;
    this.lineage = lineage;
    this.atOnce = atOnce;
  }

  /**
   * What is asked.
   *
   * @param accept what the header accepts, if the format is not named
   */
  private record Request(WebRequest web, Optional<String> accept, Caller caller) {

    static Request byName(WebRequest web, @Nullable Authentication authentication) {
      return new Request(web, Optional.empty(), MeetingDoor.caller(authentication));
    }

    static Request byAccept(WebRequest web, @Nullable Authentication authentication) {
      return new Request(
          web,
          Optional.ofNullable(web.getHeader(HttpHeaders.ACCEPT)),
          MeetingDoor.caller(authentication));
    }
  }

  @GetMapping(
      path = "/decisions",
      params = {"format", "format!=json"})
  ResponseEntity<Resource> agreed(
      @RequestParam String consultation,
      @RequestParam(defaultValue = "false") boolean prepared,
      WebRequest web,
      @Nullable Authentication authentication)
      throws IOException {
    return agreed(consultation, prepared, Request.byName(web, authentication));
  }

  @GetMapping(
      path = "/decisions",
      produces = {Media.DOCX, Media.PDF})
  ResponseEntity<Resource> agreedByAccept(
      @RequestParam String consultation,
      @RequestParam(defaultValue = "false") boolean prepared,
      WebRequest web,
      @Nullable Authentication authentication)
      throws IOException {
    return agreed(consultation, prepared, Request.byAccept(web, authentication));
  }

  private ResponseEntity<Resource> agreed(String id, boolean prepared, Request request)
      throws IOException {
    Meeting meeting = door.look(id, request.caller, Meeting::showsDecisions);
    if (prepared && !MeetingDoor.leads(request.caller)) {
      throw new RefusedException(
          ProblemType.FORBIDDEN, "What is prepared is for those who lead the meeting.");
    }
    Instant now = door.now();
    return answer(
        request,
        PAGES,
        meeting,
        "agreed-so-far",
        setting -> new AgreedSoFar(setting, meeting, prepared).paper(now));
  }

  @GetMapping(
      path = "/adopted/{consultation}",
      params = {"format", "format!=json"})
  ResponseEntity<Resource> adopted(
      @PathVariable String consultation, WebRequest web, @Nullable Authentication authentication)
      throws IOException {
    return adopted(consultation, Request.byName(web, authentication));
  }

  @GetMapping(
      path = "/adopted/{consultation}",
      produces = {Media.DOCX, Media.PDF, Media.XLSX, Media.CSV, Media.AKN})
  ResponseEntity<Resource> adoptedByAccept(
      @PathVariable String consultation, WebRequest web, @Nullable Authentication authentication)
      throws IOException {
    return adopted(consultation, Request.byAccept(web, authentication));
  }

  private ResponseEntity<Resource> adopted(String consultation, Request request)
      throws IOException {
    Meeting meeting = door.adopted(consultation);
    return answer(
        request, ALL, meeting, "adopted", setting -> new AdoptedList(setting, meeting).paper());
  }

  @GetMapping(
      path = "/adopted/{consultation}/lineage",
      params = {"format", "format!=json"})
  ResponseEntity<Resource> lineage(
      @PathVariable String consultation, WebRequest web, Authentication authentication)
      throws IOException {
    Request request = Request.byName(web, authentication);
    Meeting meeting = door.adopted(consultation);
    var sight = lineage.sight(door.consultation(consultation), request.caller);
    Instant now = door.now();
    return answer(
        request,
        PAGES,
        meeting,
        "lineage",
        setting -> new ListLineage(setting, meeting, sight).paper(now));
  }

  private ResponseEntity<Resource> answer(
      Request request,
      List<PaperFormat> formats,
      Meeting meeting,
      String name,
      Function<Setting, Paper> composing)
      throws IOException {
    var fields =
        new AskedFields(
            parameter -> ASKED.contains(parameter) ? request.web.getParameter(parameter) : null);
    Optional<PaperFormat> accepted =
        request.accept.flatMap(
            accept -> AtOnce.accepted(accept, formats.toArray(PaperFormat[]::new)));
    Asked asked =
        fields.read(
            request.caller,
            accepted,
            formats,
            true,
            request.web.getHeader(HttpHeaders.ACCEPT_LANGUAGE),
            List.of(),
            door.compilations().partitions());
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
    Consultation consultation = door.consultation(meeting.consultation());
    var setting =
        new Setting(
            consultation,
            door.compilations().items(consultation),
            door.order(asked.language().tag()),
            door.zone(consultation.id()),
            asked.language(),
            asked.symbol(),
            asked.distribution());
    return atOnce.answer(
        asked,
        consultation.id() + "-" + name + "-" + asked.language().tag(),
        () -> composing.apply(setting));
  }
}
