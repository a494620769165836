package io.rapporteur.comments.attachment;

import io.rapporteur.comments.attachment.Checked.Fit;
import io.rapporteur.comments.attachment.Checked.Reason;
import io.rapporteur.comments.attachment.Checked.Unfit;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what a file is, by its bytes, and whether it is taken. Nothing is rendered or decoded here
 * but a container's own table and its entries; what only a parser can tell is found where text is
 * extracted, by a process of its own.
 */
public final class FileCheck {

  private static final String TAKEN = "PDF, DOCX, PNG, JPEG, TIFF or GIF, by content";
  private static final String UNTYPED = "application/octet-stream";
  private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  /** How a whole file of a type ends; other bytes may follow, but not many. */
  private static final Map<FileType, byte[]> ENDS =
      Map.of(
          FileType.PDF,
          "%%EOF".getBytes(StandardCharsets.US_ASCII),
          FileType.PNG,
          "IEND".getBytes(StandardCharsets.US_ASCII),
          FileType.JPEG,
          new byte[] {(byte) 0xFF, (byte) 0xD9},
          FileType.GIF,
          new byte[] {0x3B});

  private static final int TAIL = 4096;

  /** As it stands in a trailer: an entry of this name with a reference or a dictionary. */
  private static final Pattern PDF_ENCRYPTED =
      Pattern.compile("/Encrypt\\s*(\\d+\\s+\\d+\\s+R|<<)");

  private FileCheck() {}

  /**
   * Looks into a file.
   *
   * @param claimedType {@code Content-Type} that it came with; null if it came with none
   * @param name file name as given
   * @throws IOException if it cannot be read
   */
  public static Checked check(Path file, @Nullable String claimedType, String name)
      throws IOException {
    byte[] head = head(file);
    if (head.length == 0) {
      return new Unfit(Reason.EMPTY, "0 bytes", "a file");
    }
    if (Arrays.equals(head, 0, Math.min(4, head.length), COMPOUND, 0, 4)) {
      return compound(file);
    }
    Optional<FileType> type = FileType.ofBeginning(head);
    if (type.isEmpty()) {
      return new Unfit(Reason.UNKNOWN_TYPE, "a file of another type", TAKEN);
    }
    if (!whole(file, type.get())) {
      return new Unfit(Reason.DAMAGED, "a %s without its end".formatted(type.get()), "a whole one");
    }
    Optional<Unfit> inside =
        switch (type.get()) {
          case DOCX -> DocxCheck.check(file);
          case PDF -> encrypted(file);
          case PNG, JPEG, TIFF, GIF -> Optional.empty();
        };
    return inside
        .or(() -> mismatch(type.get(), claimedType, name))
        .<Checked>map(unfit -> unfit)
        .orElseGet(() -> new Fit(type.get()));
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(FileType.HEAD);
    }
  }

  /** Word documents of before 2007, and newer ones with a password, are compound files. */
  private static Checked compound(Path file) throws IOException {
    boolean encrypted =
        text(file).contains(wide("EncryptedPackage"))
            || text(file).contains(wide("EncryptionInfo"));
    return encrypted
        ? new Unfit(Reason.ENCRYPTED, "a document that asks for a password", "one without")
        : new Unfit(Reason.UNKNOWN_TYPE, "a document of before 2007", TAKEN);
  }

  private static Optional<Unfit> encrypted(Path file) throws IOException {
    return PDF_ENCRYPTED.matcher(text(file)).find()
        ? Optional.of(new Unfit(Reason.ENCRYPTED, "a PDF that is encrypted", "one that is not"))
        : Optional.empty();
  }

  private static Optional<Unfit> mismatch(
      FileType type, @Nullable String claimedType, String name) {
    boolean otherType =
        claimedType != null
            && !claimedType.equals(UNTYPED)
            && !claimedType.equals(type.mediaType());
    boolean otherName = FileType.claimedBy(name).filter(t -> t != type).isPresent();
    if (!otherType && !otherName) {
      return Optional.empty();
    }
    return Optional.of(
        new Unfit(
            Reason.TYPE_MISMATCH,
            otherType ? String.valueOf(claimedType) : name,
            "%s, as its content is".formatted(type.mediaType())));
  }

  private static boolean whole(Path file, FileType type) throws IOException {
    byte[] end = ENDS.get(type);
    if (end == null) {
      return true;
    }
    try (var opened = new RandomAccessFile(file.toFile(), "r")) {
      opened.seek(Math.max(0, opened.length() - TAIL));
      byte[] tail = new byte[(int) Math.min(TAIL, opened.length())];
      opened.readFully(tail);
      return new String(tail, StandardCharsets.ISO_8859_1)
          .contains(new String(end, StandardCharsets.ISO_8859_1));
    }
  }

  /** The bytes as characters, one each; a file is at most as large as the setting says. */
  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private static String wide(String ascii) {
    return new String(ascii.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
  }
}
