package io.rapporteur.aggregation.compilation.http;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Notices;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Comments received, counted, for the secretariat and those to whom it grants sight. */
@RestController
@RequestMapping("/api/v1/compilations/{id}/tallies")
public final class TalliesResource {

  private final Compilations compilations;
  private final Looking looking;

  /** Answers from these; the clock says whether a sight that was granted is over. */
  public TalliesResource(Compilations compilations, Clock clock) {
    this.compilations = compilations;
    this.looking = new Looking(compilations, clock);
  }

  @GetMapping
  Map<String, Object> tallies(@PathVariable String id, @Nullable Authentication authentication) {
    Consultation consultation = looking.find(id);
    if (!looking.seesAll(consultation, Caller.of(authentication), "tallies")) {
      throw new RefusedException(
          ProblemType.FORBIDDEN,
          "Tallies are for the secretariat and for those to whom it grants sight.");
    }
    Sight sight = Sight.ofSecretariat(compilations.histories(consultation.id()), Optional.empty());
    Map<String, List<Comment>> byItem =
        sight.comments().stream()
            .filter(comment -> comment.recommendation().isPresent())
            .collect(Collectors.groupingBy(comment -> comment.recommendation().orElseThrow()));
    Map<String, Object> answer = new TreeMap<>();
    answer.put("consultation", id);
    answer.put("notices", List.of(Notices.NOT_A_VOTE));
    answer.put(
        "tallies",
        compilations.items(consultation).stream()
            .map(item -> TallyView.of(item, byItem.getOrDefault(item.id(), List.of())))
            .toList());
    return answer;
  }

  /** Comments received on one item, in the order of the text. */
  record TallyView(
      String recommendation,
      int number,
      int received,
      Map<String, Long> positions,
      Map<String, Long> classes,
      Map<String, Long> regionalGroups) {

    static TallyView of(Item item, List<Comment> comments) {
      Map<String, Long> positions = new TreeMap<>();
      CompilationParameters.POSITIONS.forEach(position -> positions.put(position, 0L));
      comments.forEach(c -> positions.merge(c.said().position(), 1L, Long::sum));
      return new TallyView(
          item.id(),
          item.number(),
          comments.size(),
          positions,
          count(comments.stream().map(Comment::participantClass).toList()),
          count(comments.stream().map(Comment::regionalGroup).flatMap(Optional::stream).toList()));
    }

    private static Map<String, Long> count(List<String> words) {
      return words.stream()
          .collect(Collectors.groupingBy(w -> w, TreeMap::new, Collectors.counting()));
    }
  }
}
