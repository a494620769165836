package io.rapporteur.schemas.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EntryReferenceTest {

  @Test
  void readsWhatPeopleCallAnEntryInAnyScript() {
    for (String said : List.of("12", " entry 12 ", "Entry-12", "entry12", "١٢", "m.entry-12")) {
      assertThat(EntryReference.id("m", said)).as(said).isEqualTo("m.entry-12");
    }
  }

  @Test
  void takesWhatIsNoNumberForAnId() {
    assertThat(EntryReference.id("m", "13(jj)")).isEqualTo("13(jj)");
    assertThat(EntryReference.id("m", "n.entry-3")).isEqualTo("n.entry-3");
  }

  @Test
  void tellsTheNumberOfAnId() {
    assertThat(EntryReference.number("m.entry-3.entry-12")).isEqualTo(12);
    assertThat(EntryReference.number("doc.13.jj")).isZero();
    assertThat(EntryReference.number("m.entry-")).isZero();
  }
}
