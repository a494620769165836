package io.rapporteur.comments.attachment;

import static io.rapporteur.comments.attachment.Checked.Reason.DAMAGED;
import static io.rapporteur.comments.attachment.Checked.Reason.EMPTY;
import static io.rapporteur.comments.attachment.Checked.Reason.ENCRYPTED;
import static io.rapporteur.comments.attachment.Checked.Reason.TYPE_MISMATCH;
import static io.rapporteur.comments.attachment.Checked.Reason.UNKNOWN_TYPE;
import static io.rapporteur.comments.attachment.Checked.Reason.UNSAFE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.attachment.Checked.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileCheckTest {

  @TempDir Path folder;

  static Stream<Arguments> taken() {
    return Stream.of(
        Arguments.of(FileType.PDF, Samples.pdf("text"), "note.pdf"),
        Arguments.of(FileType.PDF, Samples.pdf("text"), "note"),
        Arguments.of(FileType.PDF, Samples.pdf("text"), "note.v2"),
        Arguments.of(FileType.DOCX, Samples.docx("text"), "note.DOCX"),
        Arguments.of(FileType.PNG, Samples.png(), "map.png"),
        Arguments.of(FileType.JPEG, bytes(0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xD9), "map.jpeg"),
        Arguments.of(FileType.TIFF, bytes('I', 'I', 0x2A, 0, 8, 0, 0, 0), "map.tif"),
        Arguments.of(FileType.TIFF, bytes('M', 'M', 0, 0x2A, 0, 0, 0, 8), "map.tiff"),
        Arguments.of(FileType.GIF, bytes('G', 'I', 'F', '8', '9', 'a', 0, 0x3B), "map.gif"));
  }

  @ParameterizedTest
  @MethodSource("taken")
  void tellsTheTypeByContent(FileType type, byte[] file, String name) throws IOException {
    assertThat(check(file, null, name)).isEqualTo(new Checked.Fit(type));
    assertThat(check(file, "application/octet-stream", name)).isEqualTo(new Checked.Fit(type));
    assertThat(check(file, type.mediaType(), name)).isEqualTo(new Checked.Fit(type));
  }

  static Stream<Arguments> refused() throws IOException {
    byte[] pdf = Samples.pdf("text");
    byte[] docx = Samples.docx("text");
    return Stream.of(
        Arguments.of(EMPTY, new byte[0], null, "a.pdf"),
        Arguments.of(UNKNOWN_TYPE, Samples.text("<html>"), "text/html", "a.html"),
        Arguments.of(UNKNOWN_TYPE, Samples.text("%PD"), "application/pdf", "a.pdf"),
        Arguments.of(UNKNOWN_TYPE, bytes('M', 'Z', 0x90, 0), "application/pdf", "a.pdf"),
        Arguments.of(UNKNOWN_TYPE, Samples.zip(Map.of("a", "b")), null, "a.zip"),
        Arguments.of(UNKNOWN_TYPE, compound(), null, "a.doc"),
        Arguments.of(TYPE_MISMATCH, pdf, "image/png", "a.pdf"),
        Arguments.of(TYPE_MISMATCH, pdf, "text/html", "a.pdf"),
        Arguments.of(TYPE_MISMATCH, pdf, "application/pdf", "a.docx"),
        Arguments.of(ENCRYPTED, Samples.encryptedPdf(), null, "a.pdf"),
        Arguments.of(ENCRYPTED, encryptedDocx(), null, "a.docx"),
        Arguments.of(DAMAGED, Samples.cut(pdf, pdf.length / 2), null, "a.pdf"),
        Arguments.of(DAMAGED, Samples.cut(docx, docx.length - 100), null, "a.docx"),
        Arguments.of(DAMAGED, Samples.cut(Samples.png(), 40), null, "a.png"),
        Arguments.of(UNSAFE, Samples.bomb(), null, "a.docx"),
        Arguments.of(UNSAFE, with("word/vbaProject.bin"), null, "a.docx"),
        Arguments.of(UNSAFE, with("word/embeddings/Book.xlsm"), null, "a.docx"),
        Arguments.of(UNSAFE, with("word/activeX/activeX1.xml"), null, "a.docx"),
        Arguments.of(
            UNSAFE,
            Samples.docxWith(
                Map.of(
                    "word/_rels/settings.xml.rels",
                    "<Relationship Type=\"x/attachedTemplate\" TargetMode=\"External\"/>")),
            null,
            "a.docx"),
        Arguments.of(
            UNSAFE,
            Samples.zip(
                Map.of(
                    "[Content_Types].xml",
                    "application/vnd.ms-word.document.macroEnabled.main+xml")),
            null,
            "a.docx"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatIsNotTaken(Reason reason, byte[] file, @Nullable String claimed, String name)
      throws IOException {
    assertThat(check(file, claimed, name))
        .isInstanceOfSatisfying(
            Checked.Unfit.class, unfit -> assertThat(unfit.reason()).isEqualTo(reason));
  }

  @Test
  void takesAPdfThatSpeaksOfEncryption() throws IOException {
    assertThat(check(Samples.pdf("see /Encrypt and /Encrypt R"), null, "a.pdf"))
        .isEqualTo(new Checked.Fit(FileType.PDF));
  }

  private Checked check(byte[] file, @Nullable String claimed, String name) throws IOException {
    return FileCheck.check(Files.write(folder.resolve("file"), file), claimed, name);
  }

  private static byte[] with(String part) {
    return Samples.docxWith(Map.of(part, "x"));
  }

  private static byte[] compound() throws IOException {
    try (var file = new POIFSFileSystem();
        var out = new ByteArrayOutputStream()) {
      file.createDocument(new java.io.ByteArrayInputStream(new byte[] {1}), "WordDocument");
      file.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  private static byte[] encryptedDocx() throws IOException {
    try (var file = new POIFSFileSystem();
        var out = new ByteArrayOutputStream()) {
      var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("password");
      try (var encrypted = encryptor.getDataStream(file)) {
        encrypted.write(Samples.docx("secret"));
      } catch (java.security.GeneralSecurityException e) {
        throw new IOException(e);
      }
      file.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
