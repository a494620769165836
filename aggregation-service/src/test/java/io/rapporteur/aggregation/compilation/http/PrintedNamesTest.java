package io.rapporteur.aggregation.compilation.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Placing;
import io.rapporteur.aggregation.compilation.SeededNames;
import io.rapporteur.aggregation.compilation.SeededNames.Printed;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.compilation.http.Looking.Look;
import io.rapporteur.aggregation.paper.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The compilation in JSON prints the names of the table, in the order of the papers. */
class PrintedNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "es", "fr", "ru", "zh"})
  void pagesNameEveryParticipantInItsPlace(String language) {
    List<Comment> comments = SeededNames.comments(11);
    List<Printed> read = new ArrayList<>();
    Optional<PageCursor> cursor = Optional.empty();
    do {
      CompilationView page = page(language, comments, cursor);
      shown(page).map(CommentView::participant).map(PrintedNamesTest::printed).forEach(read::add);
      cursor = Optional.ofNullable(page.next()).flatMap(PageCursor::parse);
    } while (cursor.isPresent());

    assertThat(read).containsExactlyElementsOf(SeededNames.inOrder(language));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "es", "fr", "ru", "zh"})
  void thoseWhoJoinedAreNamedInTheirPlacesAndNoFormIsForbidden(String language) {
    Comment joint = SeededNames.joint(12);

    CompilationView page = page(language, List.of(joint), Optional.empty());

    assertThat(shown(page).flatMap(comment -> comment.coSponsors().stream()))
        .extracting(PrintedNamesTest::printed)
        .containsExactlyElementsOf(SeededNames.inOrder(language));
    String json =
        JsonMapper.shared().writeValueAsString(shown(page).map(CommentView::coSponsors).toList());
    assertThat(SeededNames.forbiddenIn(json, language)).isEmpty();
  }

  private static Printed printed(CommentView.ParticipantView participant) {
    return new Printed(participant.code(), participant.name());
  }

  private static Stream<CommentView> shown(CompilationView page) {
    return page.sections().stream()
        .flatMap(section -> section.recommendations().stream())
        .flatMap(item -> StreamSupport.stream(item.comments().spliterator(), false));
  }

  private static CompilationView page(
      String language, List<Comment> comments, Optional<PageCursor> cursor) {
    List<Item> items = Sample.items();
    return new Compiling(
            Sample.consultation(),
            items,
            List.of(),
            new Look(
                new Sight("secretariat", Optional.empty(), comments, List.of(), Set.of()),
                Optional.empty(),
                Audience.EVERYONE),
            List.of(),
            language,
            new HouseOrder(language, SeededNames.names(language)),
            Placing.following(items),
            comment -> Optional.empty(),
            comment -> Optional.empty())
        .compilation(item -> true, comment -> true, cursor, 37);
  }
}
