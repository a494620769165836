package io.rapporteur.aggregation.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HouseOrderTest {

  @Test
  void putsClassesBeforeNamesAndNeverLooksAtTheCode() {
    Map<String, String> names =
        Map.of("zz", "Albania", "aa", "Zambia", "ps", "State of Palestine", "eu", "European Union");
    List<Comment> comments =
        new ArrayList<>(
            List.of(
                Comments.of("1", "eu", "intergovernmental-organization"),
                Comments.of("2", "ps", "non-member-observer-state"),
                Comments.of("3", "aa", "member-state"),
                Comments.of("4", "zz", "member-state"),
                Comments.of("5", "bnu", "academia")));

    comments.sort(new HouseOrder("en", names).comments());

    assertThat(comments)
        .extracting(Comment::participant)
        .containsExactly("zz", "aa", "ps", "eu", "bnu");
  }
}
