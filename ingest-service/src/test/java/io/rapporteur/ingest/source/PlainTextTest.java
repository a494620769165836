package io.rapporteur.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.ingest.source.Refusal.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  private static final String ARABIC =
      "1- ينبغي للدول الأعضاء أن تنظر في تعزيز التعاون الدولي في مجال جمع الأدلة وتبادلها.\n"
          + "(أ) تشجع الدول على إنشاء جهات اتصال تعمل على مدار الساعة؛\n"
          + "(ب) ينبغي أن يستمر الفريق في عمله حتى نهاية السنة.\n";
  private static final String RUSSIAN =
      "1. Государствам-членам следует рассмотреть вопрос об укреплении сотрудничества.\n"
          + "а) следует поощрять создание круглосуточных контактных центров;\n"
          + "б) группе следует продолжить свою работу до конца года.\n";
  private static final String FRENCH =
      "1. Les États Membres devraient envisager de renforcer la coopération internationale.\n"
          + "a) Il conviendrait d’encourager la création de points de contact à toute heure ;\n"
          + "b) Le groupe devrait être prié de poursuivre ses travaux jusqu’à la fin de l’année.\n";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256"})
  void findsTheEncodingOfArabic(String encoding) {
    Source source = OpenedFile.source(ARABIC.getBytes(Charset.forName(encoding)), "report.txt");

    assertThat(source.encoding()).isEqualTo(encoding);
    assertThat(String.join("\n", OpenedFile.shown(source)) + "\n").isEqualTo(ARABIC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1251"})
  void findsTheEncodingOfRussian(String encoding) {
    Source source = OpenedFile.source(RUSSIAN.getBytes(Charset.forName(encoding)), "report.txt");

    assertThat(source.encoding()).isEqualTo(encoding);
    assertThat(String.join("\n", OpenedFile.shown(source)) + "\n").isEqualTo(RUSSIAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "windows-1252"})
  void findsTheEncodingOfFrench(String encoding) {
    Source source = OpenedFile.source(FRENCH.getBytes(Charset.forName(encoding)), "report.txt");

    assertThat(source.encoding()).isEqualTo(encoding);
    assertThat(String.join("\n", OpenedFile.shown(source)) + "\n").isEqualTo(FRENCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void leavesOutTheByteOrderMark(String encoding) {
    byte[] file = ("\uFEFF" + ARABIC).getBytes(Charset.forName(encoding));

    Source source = OpenedFile.source(file, "report.txt");

    assertThat(source.encoding()).isEqualTo(encoding);
    assertThat(source.line(1)).startsWith("1- ");
  }

  @Test
  void readsAShortTextInTheEncodingThatIsGiven() {
    byte[] file = "1- تقرير".getBytes(Charset.forName("windows-1256"));

    Source source = OpenedFile.source(file, "report.txt", Optional.of("Windows-1256"));

    assertThat(source.line(1)).isEqualTo("1- تقرير");
    assertThat(source.encoding()).isEqualTo("windows-1256");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "klingon", "IBM037", "windows-1252"})
  void refusesAnEncodingThatDoesNotFit(String encoding) {
    byte[] file = {'1', '.', ' ', (byte) 0x81, (byte) 0x8D};

    Refusal refusal =
        OpenedFile.refusal(file, "report.txt", Optional.of(encoding), Limits.standard());

    assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_REPORT);
    assertThat(refusal.faults().getFirst().name()).isEqualTo("encoding");
  }

  @Test
  void refusesAnEncodingThatTheByteOrderMarkContradicts() {
    byte[] file = "\uFEFF1. One.".getBytes(StandardCharsets.UTF_16LE);

    Refusal refusal =
        OpenedFile.refusal(file, "report.txt", Optional.of("UTF-8"), Limits.standard());

    assertThat(refusal.faults().getFirst().expected()).contains("byte order mark");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n\n \n"})
  void refusesAnEmptyText(String text) {
    Refusal refusal = OpenedFile.refusal(text.getBytes(StandardCharsets.UTF_8), "report.txt");

    assertThat(refusal.faults().getFirst().value()).isEqualTo("empty");
  }

  @Test
  void refusesWhatIsNoText() {
    byte[] file = new byte[4_000];
    for (int i = 0; i < file.length; i++) {
      file[i] = (byte) (i * 7919 >> 3);
    }

    Refusal refusal = OpenedFile.refusal(file, "report.txt");

    assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_REPORT);
    assertThat(refusal.faults().getFirst().value()).isEqualTo("binary");
  }
}
