package io.rapporteur.comments.attachment.extraction;

import io.rapporteur.comments.attachment.FileType;
import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * A program of its own: reads one file from its standard input, writes its text in UTF-8 to its
 * standard output, and ends with a code. It confines itself before it reads the first byte.
 */
public final class ExtractText {

  static final int TEXT = 0;
  static final int FAILED = 1;
  static final int NONE = 10;
  static final int NOT_CONFINED = 11;
  static final int ENCRYPTED = 12;

  /** Instead of a type: nothing is read, but a connection tried. */
  static final String PROBE = "probe";

  static final String CONFINED = "confined";

  /** More of a text than this is not kept. */
  static final int LONGEST = 2_000_000;

  private ExtractText() {}

  /**
   * Runs.
   *
   * @param args {@code confined} or {@code unconfined}, then a {@link FileType} or {@code probe}
   */
  public static void main(String[] args) {
    // What a library prints must not stand in the text.
    PrintStream text = new PrintStream(new FileOutputStream(FileDescriptor.out), false);
    System.setOut(System.err);
    if (args[0].equals(CONFINED) && !Confinement.enter()) {
      Runtime.getRuntime().exit(NOT_CONFINED);
    }
    Runtime.getRuntime().exit(args[1].equals(PROBE) ? probe() : extract(args[1], text));
  }

  private static int probe() {
    try (var socket = new ServerSocket(0)) {
      System.err.println("can listen at " + socket.getLocalPort());
      return NOT_CONFINED;
    } catch (IOException e) {
      return TEXT;
    }
  }

  private static int extract(String type, PrintStream out) {
    try {
      byte[] file = System.in.readAllBytes();
      String text =
          switch (FileType.valueOf(type)) {
            case PDF -> pdf(file);
            case DOCX -> docx(file);
            case PNG, JPEG, TIFF, GIF -> "";
          };
      if (text.isBlank()) {
        return NONE;
      }
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
      return out.checkError() ? FAILED : TEXT;
    } catch (InvalidPasswordException | EncryptedException e) {
      return ENCRYPTED;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      System.err.println(e);
      return FAILED;
    }
  }

  private static String pdf(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      if (document.isEncrypted()) {
        throw new EncryptedException();
      }
      var text = new Bounded();
      try {
        new PDFTextStripper().writeText(document, text);
      } catch (Bounded.Full e) {
        // What fits is kept.
      }
      return text.toString();
    }
  }

  private static String docx(byte[] file) throws IOException {
    try (var document = new XWPFDocument(new ByteArrayInputStream(file));
        var extractor = new XWPFWordExtractor(document)) {
      String text = extractor.getText();
      return text.length() <= LONGEST
          ? text
          : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2));
    }
  }

  /** It opens with an empty password; a scanner may not have looked into it. */
  private static final class EncryptedException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Takes so much and no more. */
  private static final class Bounded extends Writer {

    private final StringWriter kept = new StringWriter();

    /** There is no room for more. */
    private static final class Full extends IOException {
      private static final long serialVersionUID = 1L;
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
      if (kept.getBuffer().length() + length > LONGEST) {
        throw new Full();
      }
      kept.write(characters, from, length);
    }

    @Override
    public void flush() {
      // It is all in memory.
    }

    @Override
    public void close() {
      // Likewise.
    }

    @Override
    public String toString() {
      return kept.toString();
    }
  }
}
