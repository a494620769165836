package io.rapporteur.aggregation.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.paper.docx.DocxPapers;
import io.rapporteur.aggregation.paper.pdf.PdfPapers;
import io.rapporteur.aggregation.paper.sheet.CsvSheets;
import io.rapporteur.aggregation.paper.sheet.XlsxSheets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comments on entries of the consolidated draft, in each format. */
class DraftOnPapersTest {

  private static final String[] PARTS = {
    "Comments on the consolidated draft",
    "Entry 2",
    "States should co-operate.",
    "China",
    "on the second"
  };

  @TempDir Path folder;

  @Test
  void standUnderTheNumberAndTextOfTheirEntryInADocument() throws IOException {
    assertThat(unpacked(written(new DocxPapers())).replaceAll("<[^>]+>", " "))
        .containsSubsequence(PARTS);
  }

  @Test
  void standUnderTheNumberAndTextOfTheirEntryOnPages() throws IOException {
    try (var pages = Loader.loadPDF(written(new PdfPapers(folder)))) {
      assertThat(new PDFTextStripper().getText(pages)).containsSubsequence(PARTS);
    }
  }

  @Test
  void standBesideTheNumberOfTheirEntryInATable() throws IOException {
    String csv = new String(written(new CsvSheets(Order.OURS)), StandardCharsets.UTF_8);
    assertThat(csv).containsSubsequence(PARTS);
    String row = csv.lines().filter(line -> line.contains("on the second")).findFirst().orElse("");
    assertThat(row).startsWith(Sample.entryId(2) + ",1,,Entry 2,");
    assertThat(unpacked(written(new XlsxSheets(Order.OURS)))).contains(PARTS);
  }

  private static byte[] written(PaperWriter writer) throws IOException {
    List<Comment> comments = new ArrayList<>(Sample.comments());
    comments.add(Sample.onEntry("e2", "cn", 2, "on the second"));
    var out = new ByteArrayOutputStream();
    writer.write(Sample.paper(UnLanguage.EN, comments), PaperWriter.Progress.UNSEEN, out);
    return out.toByteArray();
  }

  private static String unpacked(byte[] file) throws IOException {
    var content = new StringBuilder();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        content.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return content.toString();
  }
}
