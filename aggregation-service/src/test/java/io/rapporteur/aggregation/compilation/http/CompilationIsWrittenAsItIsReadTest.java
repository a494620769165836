package io.rapporteur.aggregation.compilation.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Placing;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.compilation.WatchedTexts;
import io.rapporteur.aggregation.compilation.http.Looking.Look;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The memory of an answer does not grow with the texts that it tells. */
class CompilationIsWrittenAsItIsReadTest {

  private static final int COMMENTS = 300;
  private static final int FEW = 5;

  private final WatchedTexts texts = new WatchedTexts();

  @Test
  void holdsNoTextsButTheOneThatItWrites() {
    List<Comment> comments = IntStream.range(0, COMMENTS).mapToObj(this::comment).toList();
    var sight = new Sight("secretariat", Optional.empty(), comments, List.of(), Set.of());
    var compiling =
        new Compiling(
            new Consultation("k", Map.of(), List.of("doc"), List.of(), Map.of()),
            List.of(),
            List.of(),
            new Look(sight, Optional.empty(), Audience.EVERYONE),
            List.of(),
            "en",
            new HouseOrder("en", Map.of()),
            Placing.following(List.of()),
            comment -> Optional.empty(),
            comment -> Optional.empty());

    CompilationView view =
        compiling.compilation(item -> true, comment -> true, Optional.empty(), COMMENTS);
    JsonMapper.builder().build().writeValue(OutputStream.nullOutputStream(), view);

    // Once for the digest, once for the answer.
    assertThat(texts.reads()).isEqualTo(2 * COMMENTS);
    assertThat(texts.mostHeld()).isLessThanOrEqualTo(FEW);
  }

  private Comment comment(int n) {
    return new Comment(
        "c" + n,
        1,
        false,
        "k",
        1,
        false,
        Instant.ofEpochSecond(1),
        Instant.ofEpochSecond(1),
        "eg",
        "member-state",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        1,
        0,
        Optional.of(texts.text(n)),
        Optional.empty());
  }
}
