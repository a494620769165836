package io.rapporteur.aggregation.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LastReadTest {

  private final AtomicInteger reads = new AtomicInteger();
  private final LastRead<Integer> lastRead = new LastRead<>(2);

  @Test
  void isReadOnceAsLongAsNoMoreOfTheLogHasBeenRead() {
    assertThat(read(7, "k")).isEqualTo(1);
    assertThat(read(7, "k")).isEqualTo(1);
  }

  @Test
  void isReadAnewOnceMoreOfTheLogHasBeenRead() {
    read(7, "k");

    assertThat(read(8, "k")).isEqualTo(2);
  }

  @Test
  void isReadUnderEachNameForItself() {
    read(7, "k");

    assertThat(read(7, "l")).isEqualTo(2);
  }

  private int read(long progress, String name) {
    return lastRead.of(progress, name, reads::incrementAndGet);
  }
}
