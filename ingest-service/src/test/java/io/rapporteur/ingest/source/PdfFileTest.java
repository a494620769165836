package io.rapporteur.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.rapporteur.ingest.source.Line.Kind;
import io.rapporteur.ingest.source.Refusal.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;

class PdfFileTest {

  private static byte[] pdf(String style, String body, boolean rightToLeft) throws IOException {
    var out = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.defaultTextDirection(
        rightToLeft ? PdfRendererBuilder.TextDirection.RTL : PdfRendererBuilder.TextDirection.LTR);
    builder.useFont(
        () ->
            PdfFileTest.class.getResourceAsStream(
                "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf"),
        "DejaVu");
    builder.withHtmlContent(
        "<html dir='%s'><head><style>body{font:10pt DejaVu;margin:0} %s</style></head><body>%s</body></html>"
            .formatted(rightToLeft ? "rtl" : "ltr", style, body),
        null);
    builder.toStream(out);
    builder.run();
    return out.toByteArray();
  }

  private static String paragraphs(List<String> lines) {
    return lines.stream().map(l -> "<p>" + l + "</p>").collect(Collectors.joining());
  }

  private static Source read(byte[] file) {
    return OpenedFile.source(file, "report.pdf");
  }

  @Test
  void readsArabicInTheOrderInWhichItIsRead() throws IOException {
    List<String> lines =
        List.of(
            "13- أوصى الفريق بما يلي:",
            "(أ) ينبغي للدول الأعضاء أن تتعاون (انظر الفقرة 12)؛",
            "(ب) الاجتماع المعقود في فيينا من 27 إلى 29 تموز/يوليه 2020؛",
            "27-29 تموز/يوليه هو موعد الاجتماع.",
            "(ج) الوثيقة UNODC/CCPCJ/EG.4/2020/2 متاحة على الإنترنت؛",
            "(د) النسبة 15 في المائة، والإجمالي 1,250.5 دولار؛",
            "115-1 قبول التوصية (مصر)؛",
            "الفقرة ١٣ (ي ي) من التقرير");

    Source source = read(pdf("", paragraphs(lines), true));

    assertThat(OpenedFile.shown(source)).containsExactlyElementsOf(lines);
  }

  @Test
  void takesOffRunningHeadersAndPageNumbers() throws IOException {
    String style =
        "@page{size:A4;margin:25mm; @top-left{content:'A/HRC/1/2'} @bottom-right{content:counter(page)}}";
    List<String> lines =
        IntStream.rangeClosed(1, 120).mapToObj(i -> "115." + i + " Do it (State);").toList();

    Source source = read(pdf(style, paragraphs(lines), false));

    assertThat(OpenedFile.shown(source)).containsExactlyElementsOf(lines);
    assertThat(source.lines().getLast().page()).isGreaterThan(2);
  }

  @Test
  void partsFootnotesFromTheTextAndRaisesTheirMarkers() throws IOException {
    String note =
        "<div style='margin-top:100mm;font-size:7pt'>"
            + "<div><sup style='font-size:5pt'>1</sup> See the first</div><div>report.</div>"
            + "<div><sup style='font-size:5pt'>2</sup> See the second.</div></div>";
    String body =
        "<p>13. Cooperate<sup style='font-size:6pt'>1</sup> and train.<sup style='font-size:6pt'>2</sup></p><p>14. Go on with what the meeting before this one had begun.</p>"
            + note;

    Source source = read(pdf("@page{size:A4;margin:20mm}", body, false));

    assertThat(source.line(1)).isEqualTo("13. Cooperate¹ and train.²");
    assertThat(source.lines().stream().filter(l -> l.kind() == Kind.FOOTNOTE))
        .extracting(l -> l.label() + ":" + l.text())
        .containsExactly("1:See the first report.", "2:See the second.");
  }

  @Test
  void putsWordsTogetherOnlyWhereItIsSafe() throws IOException {
    String body =
        "<p>The non-governmental part</p><p>international rules and</p>"
            + "<p>of inter-</p><p>national law by non-</p><p>governmental bodies, and a well-</p><p>known one.</p>"
            + "<p>An Inter-</p><p>Ministerial group of short-</p><p>and long-term plans.</p>";

    Source source = read(pdf("", body, false));

    assertThat(OpenedFile.shown(source))
        .containsExactly(
            "The non-governmental part",
            "international rules and",
            "of international",
            "law by non-governmental",
            "bodies, and a well-known",
            "one.",
            "An Inter-Ministerial",
            "group of short-",
            "and long-term plans.");
  }

  @Test
  void putsANumberTogetherThatALineEndCutsAtItsStroke() throws IOException {
    String body =
        "<p>Resolution 74</p><p>/247 of the General Assembly and/</p><p>or others (at work 24</p>"
            + "<p>/7) go on</p>";

    assertThat(OpenedFile.shown(read(pdf("", body, false))))
        .containsExactly(
            "Resolution 74/247",
            "of the General Assembly and/or",
            "others (at work 24/7)",
            "go on");
    // Printed from right to left, the second half stands as a number with a stroke after it does.
    assertThat(
            OpenedFile.shown(
                read(pdf("", "<p>قرار الجمعية العامة 247</p><p>74/ الذي اعتمدته</p>", true))))
        .containsExactly("قرار الجمعية العامة 247/74", "الذي اعتمدته");
  }

  @Test
  void endsAParagraphWhereThePageLeavesMoreRoom() throws IOException {
    String body =
        "<p>13. A paragraph<br/>of two lines.</p><p>(a) One<br/>that is wrapped;</p><p>(b) Two.</p>";

    assertThat(OpenedFile.shown(read(pdf("p{margin:0 0 4mm}", body, false))))
        .containsExactly(
            "13. A paragraph", "of two lines.", "", "(a) One", "that is wrapped;", "", "(b) Two.");
  }

  @Test
  void refusesAnEncryptedPdf() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("o", "u", new AccessPermission()));
      document.save(out);
    }

    assertThat(OpenedFile.refusal(out.toByteArray(), "a.pdf").reason()).isEqualTo(Reason.ENCRYPTED);
  }

  @Test
  void refusesAPdfOfPictures() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      var picture =
          LosslessFactory.createFromImage(
              document, new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB));
      try (var content = new PDPageContentStream(document, page)) {
        content.drawImage(picture, 50, 50);
      }
      document.save(out);
    }

    assertThat(OpenedFile.refusal(out.toByteArray(), "a.pdf").reason())
        .isEqualTo(Reason.WITHOUT_TEXT);
  }

  @Test
  void refusesAPdfOverItsPages() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      for (int i = 0; i < 3; i++) {
        document.addPage(new PDPage());
      }
      document.save(out);
    }
    var limits = new Limits(1 << 20, 1 << 20, 2, 100, 100);

    assertThat(OpenedFile.refusal(out.toByteArray(), "a.pdf", Optional.empty(), limits).reason())
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void refusesAStreamThatUnpacksWithoutEnd() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var twice = new DeflaterOutputStream(new DeflaterOutputStream(packed))) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        twice.write(zeros);
      }
    }
    var file = new ByteArrayOutputStream();
    file.write(
        "%PDF-1.7\n1 0 obj <</Filter[/FlateDecode/FlateDecode]>> stream\n"
            .getBytes(StandardCharsets.US_ASCII));
    file.write(packed.toByteArray());
    file.write("\nendstream endobj".getBytes(StandardCharsets.US_ASCII));

    assertThat(OpenedFile.refusal(file.toByteArray(), "a.pdf").reason()).isEqualTo(Reason.UNSAFE);
  }
}
