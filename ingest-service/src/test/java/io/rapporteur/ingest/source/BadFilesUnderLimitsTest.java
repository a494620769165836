package io.rapporteur.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that mean harm, opened by a process with half of the memory that the service has ({@code
 * SERVICE_JAVA_OPTIONS} is 256 MB): each ends with a reason of its own and within its time, and
 * what is no more than a large report is read.
 */
class BadFilesUnderLimitsTest {

  private static final String HEAP = "-Xmx128m";
  private static final int SECONDS = 240;

  @TempDir Path folder;
  private final Map<String, String> expected = new LinkedHashMap<>();

  @Test
  void endWithAReasonOfTheirOwnWithinMemoryAndTime() throws IOException, InterruptedException {
    pdfs();
    packedStreams();
    archives();
    markup();
    others();
    realReports();

    Map<String, String> results = open();

    assertThat(results.keySet()).containsExactlyElementsOf(expected.keySet());
    assertThat(results.values()).noneMatch(result -> result.contains("memory"));
    expected.forEach(
        (name, result) -> assertThat(results.get(name)).as(name).matches("(?s)" + result));
  }

  private void pdfs() throws IOException {
    put("encrypted.pdf", encrypted(), "ENCRYPTED .*");
    put("pictures.pdf", pictures(), "WITHOUT_TEXT .*");
    put("many-pages.pdf", pages(100_000), "TOO_LARGE 100000 pages");
    put(
        "pages-that-are-not-there.pdf",
        pdf("/Count 2000000000", "BT ET"),
        "(TOO_LARGE|NOT_A_REPORT) .*");
    put("deep-arrays.pdf", deep("[", "]", 2_000_000), "(UNSAFE|NOT_A_REPORT) .*");
    put("deep-dictionaries.pdf", deep("<</A", ">>", 1_000_000), "(UNSAFE|NOT_A_REPORT) .*");
    put("large-report.pdf", report(1_500), "OPENED .*");
  }

  private void packedStreams() throws IOException {
    byte[] zeros = deflated(400, 1);
    put("bomb.pdf", stream("/FlateDecode", zeros), "UNSAFE unpacks to over .*");
    put(
        "bomb-twice.pdf",
        stream("[/FlateDecode/FlateDecode]", deflated(400, 2)),
        "UNSAFE unpacks .*");
    put(
        "bomb-as-text.pdf",
        stream("[/ASCIIHexDecode/FlateDecode]", hex(zeros)),
        "UNSAFE unpacks .*");
    put("bomb-run-length.pdf", stream("/RunLengthDecode", runs(3_000_000)), "UNSAFE unpacks .*");
    put("bomb-by-another-name.pdf", stream("/R#4c", runs(3_000_000)), "UNSAFE unpacks .*");
    put(
        "bomb-two-ways.pdf",
        stream("[/RunLengthDecode/FlateDecode]", runs(1_000)),
        "UNSAFE a stream that is packed in two ways");
  }

  private void archives() throws IOException {
    put("bomb.docx", archive(1_000, 1), "UNSAFE unpacks to over .*");
    put("bomb-of-many.docx", archive(30, 30), "UNSAFE unpacks to over .*");
    put("many-entries.docx", archive(0, 6_000), "UNSAFE an archive of over .*");
    put("large-report.docx", largeWord(), "OPENED .*");
  }

  private void markup() throws IOException {
    String entities =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">"
            + IntStream.range(1, 12)
                .mapToObj(
                    i ->
                        "<!ENTITY a%d \"%s\">"
                            .formatted(i, ("&a" + (i == 1 ? "" : i - 1) + ";").repeat(10)))
                .collect(Collectors.joining())
            + "<!ENTITY file SYSTEM \"file:///etc/passwd\">]>";
    put(
        "entities.docx",
        WordBytes.body(WordBytes.p("&a11;&file;"))
            .prolog("<?xml version=\"1.0\"?>" + entities)
            .bytes(),
        "UNSAFE .*");
    put(
        "entities.html",
        (entities.replace("DOCTYPE x", "DOCTYPE html") + "<html><body>1. &a11;&file;</body></html>")
            .getBytes(UTF_8),
        "(OPENED|UNSAFE|NOT_A_REPORT) .*");
    put(
        "entities.xhtml",
        ("<?xml version=\"1.0\"?>"
                + entities.replace("DOCTYPE x", "DOCTYPE html")
                + "<html><body>1. &a11;</body></html>")
            .getBytes(UTF_8),
        "(OPENED|UNSAFE|NOT_A_REPORT) .*");
    put(
        "deep.html",
        ("<html><body>" + "<div>".repeat(1_000_000) + "1. One").getBytes(UTF_8),
        "(OPENED|UNSAFE|NOT_A_REPORT) .*");
  }

  private void others() throws IOException {
    Path large = folder.resolve("large.txt");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(100L << 20);
    }
    expected.put("large.txt", "TOO_LARGE 104857600 bytes");
    put("lies.pdf", "1. One.\n2. Two.\n".getBytes(UTF_8), "TYPE_MISMATCH lies.pdf");
    put("lies.txt", encrypted(), "TYPE_MISMATCH lies.txt");
    put("one-line.txt", "a".repeat(19 << 20).getBytes(UTF_8), "TOO_LARGE a line of .*");
    put("lines.txt", "1\n".repeat(9 << 20).getBytes(UTF_8), "TOO_LARGE over .* lines");
    put("report.txt", "1. One.\n2. Two.\n".getBytes(UTF_8), "OPENED 2 lines");
  }

  private void realReports() throws IOException {
    put(
        "seed.ar.txt",
        Files.readAllBytes(Path.of("../seeds/unodc-ccpcj-eg.4-2020-2.ar.txt")),
        "OPENED .*");
    Path reports = Path.of(System.getProperty("rapporteur.reports", "../../shared/reports"));
    for (String name :
        List.of(
            "A_HRC_28_15.en.pdf",
            "A_HRC_28_15.thematic-list.en.docx",
            "A_HRC_28_15_Add.1.en.pdf",
            "CRPD.zh.txt")) {
      if (Files.exists(reports.resolve(name))) {
        put(name, Files.readAllBytes(reports.resolve(name)), "OPENED .*");
      }
    }
  }

  private void put(String name, byte[] file, String result) throws IOException {
    Files.write(folder.resolve(name), file);
    expected.put(name, result);
  }

  private Map<String, String> open() throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(HEAP, "-cp", System.getProperty("java.class.path")));
    command.add(OpensFiles.class.getName());
    expected.keySet().forEach(name -> command.add(folder.resolve(name).toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();

    boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();

    Map<String, String> results = new LinkedHashMap<>();
    for (String line : Files.readAllLines(out)) {
      if (line.startsWith("=")) {
        String[] parts = line.substring(1).split("\t", 2);
        results.put(parts[0], parts[1]);
      }
    }
    System.out.println("under " + HEAP + ": " + results);
    assertThat(ended).as("ended; what came before: " + results).isTrue();
    return results;
  }

  private static byte[] encrypted() throws IOException {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("o", "u", new AccessPermission()));
      return saved(document);
    }
  }

  private static byte[] pictures() throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      var picture =
          LosslessFactory.createFromImage(
              document, new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB));
      try (var content = new PDPageContentStream(document, page)) {
        content.drawImage(picture, 50, 50);
      }
      return saved(document);
    }
  }

  private static byte[] saved(PDDocument document) throws IOException {
    var out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  /** One page, as often as is said. */
  private static byte[] pages(int pages) {
    return ("%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Count "
            + pages
            + "/Kids["
            + "3 0 R ".repeat(pages)
            + "]>> endobj\n3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj\n"
            + "trailer <</Root 1 0 R>>\n%%EOF")
        .getBytes(ISO_8859_1);
  }

  private static byte[] pdf(String count, String content) {
    return ("%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages "
            + count
            + "/Kids[3 0 R]>> endobj\n3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>> endobj\n"
            + "4 0 obj <</Length "
            + content.length()
            + ">> stream\n"
            + content
            + "\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF")
        .getBytes(ISO_8859_1);
  }

  private static byte[] deep(String open, String close, int depth) {
    return ("%PDF-1.7\n1 0 obj <</Type/Catalog/Pages "
            + open.repeat(depth)
            + close.repeat(depth)
            + ">> endobj\ntrailer <</Root 1 0 R>>\n%%EOF")
        .getBytes(ISO_8859_1);
  }

  private static byte[] stream(String filter, byte[] packed) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(
        ("%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n"
                + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>> endobj\n4 0 obj <</Length "
                + packed.length
                + "/Filter"
                + filter
                + ">> stream\n")
            .getBytes(ISO_8859_1));
    out.write(packed);
    out.write("\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF".getBytes(ISO_8859_1));
    return out.toByteArray();
  }

  private static byte[] deflated(int megabytes, int times) throws IOException {
    var packed = new ByteArrayOutputStream();
    OutputStream out = packed;
    for (int i = 0; i < times; i++) {
      out = new DeflaterOutputStream(out);
    }
    try (OutputStream to = out) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < megabytes; i++) {
        to.write(zeros);
      }
    }
    return packed.toByteArray();
  }

  private static byte[] hex(byte[] bytes) {
    var hex = new StringBuilder();
    for (byte b : bytes) {
      hex.append("%02x".formatted(b));
    }
    return hex.append('>').toString().getBytes(ISO_8859_1);
  }

  /** Each run is 128 zeros. */
  private static byte[] runs(int runs) {
    byte[] bytes = new byte[runs * 2 + 1];
    for (int i = 0; i < runs; i++) {
      bytes[2 * i] = (byte) 129;
    }
    bytes[runs * 2] = (byte) 128;
    return bytes;
  }

  private static byte[] archive(int megabytes, int entries) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      byte[] zeros = new byte[1 << 20];
      for (int entry = 0; entry < entries; entry++) {
        zip.putNextEntry(new ZipEntry(entry == 0 ? "word/document.xml" : "word/" + entry + ".xml"));
        for (int i = 0; i < megabytes; i++) {
          zip.write(zeros);
        }
      }
    }
    return out.toByteArray();
  }

  private static byte[] largeWord() {
    return WordBytes.body(
            IntStream.rangeClosed(1, 50_000)
                .mapToObj(n -> WordBytes.p("115." + n + " Mend the nets of the north " + n + ";"))
                .collect(Collectors.joining()))
        .bytes();
  }

  private static byte[] report(int pages) throws IOException {
    try (var document = new PDDocument()) {
      var font = new PDType1Font(FontName.HELVETICA);
      for (int page = 1; page <= pages; page++) {
        var each = new PDPage();
        document.addPage(each);
        try (var content = new PDPageContentStream(document, each)) {
          content.beginText();
          content.setFont(font, 10);
          content.newLineAtOffset(50, 700);
          for (int line = 1; line <= 40; line++) {
            content.showText(
                "115." + (page * 40 + line) + " Mend the nets of the north, and count the boats;");
            content.newLineAtOffset(0, -12);
          }
          content.endText();
        }
      }
      return saved(document);
    }
  }
}
