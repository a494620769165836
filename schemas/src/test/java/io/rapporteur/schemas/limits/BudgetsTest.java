package io.rapporteur.schemas.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rapporteur.schemas.limits.Budgets.Taken;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetsTest {

  private final SetTime time = new SetTime();
  private final Budgets budgets = new Budgets(new Budget("account", 50, 200), 1_000, time);

  @Test
  void tenThousandRequestsOfOneGetTheBurstAndLeaveAnothersBudgetWhole() {
    long within = IntStream.range(0, 10_000).filter(i -> budgets.take("loud").within()).count();

    assertThat(within).isEqualTo(200);
    assertThat(budgets.take("quiet").within()).isTrue();
    assertThat(budgets.take("quiet").remaining()).isEqualTo(198);
  }

  @Test
  void givesBackWhatWasTakenAndNoMore() {
    IntStream.range(0, 200).forEach(i -> budgets.take("room"));

    budgets.giveBack("room");
    assertThat(budgets.take("room").within()).isTrue();
    assertThat(budgets.take("room").within()).isFalse();
    budgets.giveBack("other");
    assertThat(budgets.take("other").remaining()).isEqualTo(199);
  }

  @Test
  void aBudgetFillsAgainWithTheTime() {
    IntStream.range(0, 200).forEach(i -> budgets.take("eg"));

    Taken refused = budgets.take("eg");
    time.pass(Duration.ofMillis(20));

    assertThat(refused.within()).isFalse();
    assertThat(refused.untilNext()).isEqualTo(Duration.ofMillis(20));
    assertThat(budgets.take("eg").within()).isTrue();
    assertThat(budgets.take("eg").within()).isFalse();
    time.pass(Duration.ofHours(1));
    assertThat(budgets.take("eg").remaining()).isEqualTo(199);
  }

  @Test
  void headersSayThePolicyAndHowItStands() {
    Taken taken = budgets.take("eg");

    assertThat(budgets.budget().policy()).isEqualTo("\"account\";q=200;w=4");
    assertThat(taken.state(budgets.budget())).isEqualTo("\"account\";r=199;t=1");
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "-1, 10", "10, 9", "0, 0"})
  void aBudgetOfNothingIsRefused(int perSecond, int burst) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Budget("account", perSecond, burst))
        .withMessageStartingWith("rapporteur.limits.account: per-second " + perSecond);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "2001:db8:1:2:3:4:5:6, 20010db800010002::/64",
    "2001:db8:1:2::1, 20010db800010002::/64",
    "::ffff:192.0.2.1, 192.0.2.1",
    "not:an address, not:an address"
  })
  void anAddressStandsForItsSubscriber(String remote, String key) {
    assertThat(ClientAddress.key(remote)).isEqualTo(key);
  }
}
