package io.rapporteur.aggregation.redaction.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.CompilationsInMemory;
import io.rapporteur.aggregation.paper.Sample;
import io.rapporteur.aggregation.redaction.RedactionLine;
import io.rapporteur.aggregation.redaction.RedactionLines;
import io.rapporteur.aggregation.redaction.RedactionStep;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NeededEditionsTest {

  private static final Comment COMMENT =
      Sample.comment(
          "c1", "br", "member-state", Optional.of(Sample.ITEM_A), Sample.content("en", "text"));
  private static final RedactionLine LINE =
      new RedactionLine(
          "k",
          "c1",
          List.of(
              new RedactionStep(
                  "k",
                  "c1",
                  1,
                  "request",
                  "digest",
                  Instant.EPOCH,
                  "secretariat",
                  new RedactionStep.Redacted(
                      COMMENT.revision(), List.of(), "personal-data", Optional.empty()))));

  private final CompilationsInMemory compilations = new CompilationsInMemory();
  private final Known known = new Known();

  private @Nullable NeededView needed() {
    return new NeededEditions(
            compilations.consultations().getFirst(), known, new CommentTexts(compilations))
        .view(LINE)
        .needs();
  }

  @Test
  void aTextThatParticipantsReadNeedsACorrectionForThem() {
    assertThat(needed()).isNull();

    compilations.share("first", List.of(COMMENT));

    assertThat(needed()).isEqualTo(new NeededView("Corr.1", "first", null));

    known.steps.put(Audience.PARTICIPANTS, 1);
    assertThat(needed()).isNull();
  }

  @Test
  void aTextThatEveryoneReadsNeedsOneThatSaysSoWhereTheLastEditionIsForParticipants() {
    compilations.publish("first", List.of(COMMENT));

    assertThat(needed()).isEqualTo(new NeededView("Corr.1", "first", null));

    compilations.share("second", List.of(COMMENT));
    known.steps.put(Audience.PARTICIPANTS, 1);

    assertThat(needed()).isEqualTo(new NeededView("Corr.1", "second", "everyone"));
  }

  /** How many steps each audience knows, and nothing else. */
  private static final class Known implements RedactionLines {

    private final Map<Audience, Integer> steps =
        new EnumMap<>(Map.of(Audience.EVERYONE, 0, Audience.PARTICIPANTS, 0));

    @Override
    public RedactionLine line(String consultation, String comment) {
      return LINE;
    }

    @Override
    public List<RedactionLine> lines(String consultation) {
      return List.of(LINE);
    }

    @Override
    public int known(String consultation, String comment, Audience audience) {
      return Objects.requireNonNull(steps.get(audience));
    }

    @Override
    public void append(RedactionStep step) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean catchUp() {
      return true;
    }
  }
}
