package io.rapporteur.aggregation.secretariat.http;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Moment;
import io.rapporteur.aggregation.compilation.http.Words;
import io.rapporteur.aggregation.rolling.Grouping;
import io.rapporteur.aggregation.rolling.RollingItem;
import io.rapporteur.aggregation.secretariat.Act;
import io.rapporteur.aggregation.secretariat.ProposalGroups;
import io.rapporteur.aggregation.secretariat.Step;
import io.rapporteur.aggregation.secretariat.Subject;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.ReferenceParameter;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * How texts are grouped in the rolling text: the secretariat joins them under a label, parts them,
 * or leaves them to the computation again. A label changes no text and no sponsor, and the last
 * that is said of a text holds.
 */
@RestController
@RequestMapping("/api/v1/compilations/{id}/rolling-text/groups")
public final class ProposalGroupsResource {

  private static final int MOST = 400;
  private static final Map<String, Grouping> GROUPINGS = groupings();
  private static final Map<String, String> LANGUAGES =
      Words.LANGUAGES.stream().collect(Collectors.toMap(tag -> tag, tag -> tag));

  private final WorkDoor door;
  private final Compilations compilations;

  /** Answers through this. */
  public ProposalGroupsResource(WorkDoor door, Compilations compilations) {
    this.door = door;
    this.compilations = compilations;
  }

  private static Map<String, Grouping> groupings() {
    Map<String, Grouping> words = new LinkedHashMap<>();
    for (Grouping grouping : Grouping.values()) {
      words.put(grouping.word(), grouping);
    }
    return words;
  }

  @PostMapping
  ResponseEntity<GroupsView> group(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode body = RequestBody.object(request, WorkResource.LARGEST_BODY);
    Consultation consultation = door.consultation(id);
    Caller caller = Caller.of(authentication);
    var fields = new Fields(body);
    String reference = fields.text("recommendation", WorkFields.NAME);
    String language = fields.word("language", LANGUAGES, "en");
    Grouping grouping = fields.word("grouping", GROUPINGS, Grouping.COMPUTED);
    boolean named = body.has("threshold");
    double threshold = fields.optionalDecimal("threshold", 0.5, 1).orElse(1.0);
    if (!named) {
      fields.fault("threshold", "missing", "that of the groups that were seen");
    }
    List<String> texts = fields.texts("texts", MOST, TextLimit.characters(16));
    if (texts.size() < (grouping == Grouping.JOINED ? 2 : 1)) {
      fields.fault("texts", texts.size() + " texts", "ids of the proposed texts, two to be joined");
    }
    fields.refuseOthers();
    WorkDoor.refuse(fields);
    Item item = item(consultation, reference);
    Set<String> known = known(consultation, caller, item, language);
    for (int i = 0; i < texts.size(); i++) {
      if (!known.contains(texts.get(i))) {
        fields.fault("texts[" + i + "]", texts.get(i), "the id of a text proposed on this item");
      }
    }
    WorkDoor.refuse(fields);
    String subject = Subject.proposals(item.id(), language);
    var act =
        new Act(
            caller.client(),
            key,
            door.now(),
            Map.of("act", "group", "subject", subject, "body", body));
    List<Step> row =
        door.done(
            act,
            subject,
            consultation,
            ProposalGroups.grouping(grouping, List.copyOf(Set.copyOf(texts)), threshold));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new GroupsView(item.id(), language, row.size()));
  }

  private Item item(Consultation consultation, String reference) {
    List<Item> items = compilations.items(consultation);
    String id =
        ReferenceParameter.resolve(
            reference, items.stream().map(Item::referable).toList(), consultation.id());
    return items.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private Set<String> known(Consultation consultation, Caller caller, Item item, String language) {
    List<Comment> comments =
        door
            .looking()
            .look(consultation, caller, new Moment.Now(), "asOf")
            .sight()
            .comments()
            .stream()
            .filter(comment -> comment.recommendation().filter(item.id()::equals).isPresent())
            .toList();
    var order = new HouseOrder(language, compilations.names(language));
    return RollingItem.of(item, language, comments, order, List.of(), 1).proposed().stream()
        .map(proposed -> proposed.proposal().id())
        .collect(Collectors.toSet());
  }

  /** What was said; {@code revision} of the groups of this item and language. */
  record GroupsView(String recommendation, String language, int revision) {}
}
