package io.rapporteur.aggregation.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.WatchedTexts;
import io.rapporteur.aggregation.paper.PaperWriter.Progress;
import io.rapporteur.aggregation.paper.akn.AkomaNtosoPapers;
import io.rapporteur.aggregation.paper.docx.DocxPapers;
import io.rapporteur.aggregation.paper.pdf.PdfPapers;
import io.rapporteur.aggregation.paper.sheet.CsvSheets;
import io.rapporteur.aggregation.paper.sheet.XlsxSheets;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The memory of a writer does not grow with the texts that it writes. */
class TextsAreNotHeldTest {

  private static final int COMMENTS = 300;

  /** As many as may be on their way at a time. */
  private static final int FEW = 25;

  @TempDir Path folder;

  private final WatchedTexts texts = new WatchedTexts();

  @ParameterizedTest
  @EnumSource(PaperFormat.class)
  void ofEachFormat(PaperFormat format) throws IOException {
    Paper paper =
        Sample.paper(
            UnLanguage.EN,
            IntStream.range(0, COMMENTS)
                .mapToObj(
                    n ->
                        Sample.comment(
                            Integer.toString(n),
                            "br",
                            "member-state",
                            Optional.of(n % 2 == 0 ? Sample.ITEM_A : Sample.ITEM_JJ),
                            texts.text(n)))
                .toList());

    writer(format).write(paper, Progress.UNSEEN, OutputStream.nullOutputStream());

    assertThat(texts.reads()).isGreaterThanOrEqualTo(COMMENTS);
    assertThat(texts.mostHeld()).isLessThanOrEqualTo(FEW);
  }

  private PaperWriter writer(PaperFormat format) {
    return switch (format) {
      case DOCX -> new DocxPapers();
      case PDF -> new PdfPapers(folder);
      case XLSX -> new XlsxSheets(Order.OURS);
      case CSV -> new CsvSheets(Order.OURS);
      case AKN -> new AkomaNtosoPapers();
    };
  }
}
