package io.rapporteur.aggregation.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HouseOrderTest {

  @Test
  void isTheOrderOfParagraph67OfTheSeedReport() throws IOException {
    List<String> printed =
        Files.readAllLines(Path.of("../seeds/paragraph-67.tsv")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t")[1])
            .toList();
    List<String> shuffled = new ArrayList<>(printed);
    Collections.shuffle(shuffled, new Random(67));

    shuffled.sort(new HouseOrder("ar", Map.of())::compareNames);

    assertThat(printed).hasSize(51);
    assertThat(shuffled).containsExactlyElementsOf(printed);
  }

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
