package io.rapporteur.schemas.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.schemas.http.Fault;
import java.text.Bidi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectionMarksTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F,
        0x061C
      })
  void areShownByTheirNamesAndTurnNothing(int mark) {
    String shown = DirectionMarks.shown("abc" + Character.toString(mark) + "def");

    assertThat(shown).isEqualTo("abc[U+%04X]def".formatted(mark));
    assertThat(new Bidi(shown, Bidi.DIRECTION_LEFT_TO_RIGHT).isLeftToRight()).isTrue();
  }

  @Test
  void leaveEveryOtherTextAsItIs() {
    String text = "نص text\u200D\u200C\uD83D\uDE00";

    assertThat(DirectionMarks.shown(text)).isSameAs(text);
    assertThat(DirectionMarks.of(text)).isEmpty();
  }

  @Test
  void areNamedOnceEachInTheirOrder() {
    assertThat(DirectionMarks.of("a\u202Eb\u200Fc\u202Ed")).containsExactly("[U+202E]", "[U+200F]");
  }

  @Test
  void areShownByTheirNamesInAFaultToo() {
    assertThat(Fault.of("kind", "loud\u202E\u0007", "one of two").message())
        .isEqualTo("kind: loud[U+202E]\uFFFD (expected: one of two)");
  }
}
