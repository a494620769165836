package io.rapporteur.ingest.source;

import io.rapporteur.ingest.source.Refusal.Reason;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Takes the letters off the pages of a PDF, within a bound of operators. Not thread-safe. */
final class PdfPages extends PDFTextStripper {

  /** A page of text has some thousand; forms that draw forms that draw forms have billions. */
  private static final int MOST_OPERATORS_OF_A_PAGE = 2_000_000;

  private record Placed(float direction, Glyph glyph) {}

  private final List<List<PrintedLine>> pages = new ArrayList<>();
  private final List<Placed> placed = new ArrayList<>();
  private boolean hasPictures;
  private int operators;

  /** The lines of each page, and whether any page shows a picture. */
  record Pages(List<List<PrintedLine>> lines, boolean hasPictures) {}

  private PdfPages() {}

  static Pages of(PDDocument document) throws IOException {
    var pages = new PdfPages();
    pages.writeText(document, Writer.nullWriter());
    return new Pages(pages.pages, pages.hasPictures);
  }

  @Override
  protected void startPage(PDPage page) {
    placed.clear();
    operators = 0;
  }

  @Override
  protected void endPage(PDPage page) {
    Map<Float, Long> directions =
        placed.stream().collect(Collectors.groupingBy(Placed::direction, Collectors.counting()));
    float most =
        directions.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(0f);
    List<Glyph> upright =
        placed.stream().filter(p -> p.direction() == most).map(Placed::glyph).toList();
    pages.add(LineAssembly.lines(pages.size() + 1, upright));
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    String said = text.getUnicode();
    if (said == null || said.isEmpty()) {
      return;
    }
    placed.add(
        new Placed(
            text.getDir(),
            new Glyph(
                text.getXDirAdj(),
                text.getYDirAdj(),
                text.getWidthDirAdj(),
                text.getYScale(),
                text.getWidthOfSpace(),
                said)));
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operators > MOST_OPERATORS_OF_A_PAGE) {
      throw RefusedFileException.because(
          Reason.UNSAFE,
          "a page that takes over %d steps to draw".formatted(MOST_OPERATORS_OF_A_PAGE),
          "pages of text");
    }
    if (operator.getName().equals(OperatorName.BEGIN_INLINE_IMAGE)
        || operator.getName().equals(OperatorName.DRAW_OBJECT)
            && !operands.isEmpty()
            && operands.getFirst() instanceof COSName name
            && getResources() != null
            && getResources().isImageXObject(name)) {
      hasPictures = true;
    }
    super.processOperator(operator, operands);
  }
}
