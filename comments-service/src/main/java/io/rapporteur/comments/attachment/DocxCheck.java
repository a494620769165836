package io.rapporteur.comments.attachment;

import io.rapporteur.comments.attachment.Checked.Reason;
import io.rapporteur.comments.attachment.Checked.Unfit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks into a ZIP: whether it is a Word document (ECMA-376), and asks its reader for no more than
 * to be read. Every entry is unpacked and counted, since what a table says of sizes is a claim.
 */
final class DocxCheck {

  private static final String DOCUMENT =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  private static final String TYPES = "[Content_Types].xml";
  private static final int MOST_ENTRIES = 10_000;
  private static final long MOST_UNPACKED = 200L << 20;
  private static final int LARGEST_TABLE = 1 << 20;
  private static final int BUFFER = 1 << 16;

  private final ZipFile zip;
  private long unpacked;

  private DocxCheck(ZipFile zip) {
    this.zip = zip;
  }

  static Optional<Unfit> check(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      return new DocxCheck(zip).check();
    } catch (ZipException e) {
      return Optional.of(
          new Unfit(Reason.DAMAGED, "a container that cannot be opened", "a whole DOCX"));
    }
  }

  private Optional<Unfit> check() throws IOException {
    ZipEntry types = zip.getEntry(TYPES);
    if (types == null) {
      return unknown();
    }
    if (zip.size() > MOST_ENTRIES) {
      return unsafe("more than " + MOST_ENTRIES + " parts");
    }
    String table = small(types).toLowerCase(Locale.ROOT);
    if (table.contains("macroenabled") || table.contains("vbaproject")) {
      return unsafe("macros");
    }
    if (!table.contains(DOCUMENT)) {
      return unknown();
    }
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      Optional<Unfit> unfit = check(entry, entry.getName().toLowerCase(Locale.ROOT));
      if (unfit.isPresent()) {
        return unfit;
      }
    }
    return Optional.empty();
  }

  private Optional<Unfit> check(ZipEntry entry, String name) throws IOException {
    if (name.contains("vbaproject") || name.endsWith(".xlsm") || name.endsWith(".docm")) {
      return unsafe("macros");
    }
    if (name.contains("activex")) {
      return unsafe("controls");
    }
    if (name.endsWith("settings.xml.rels") && fetches(small(entry))) {
      return unsafe("a template elsewhere");
    }
    return unpacks(entry) ? Optional.empty() : unsafe("more than 200 MB when unpacked");
  }

  private static boolean fetches(String relations) {
    return relations.contains("attachedTemplate") && relations.contains("External");
  }

  /** Unpacks an entry to nowhere, within what all may come to. */
  private boolean unpacks(ZipEntry entry) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = zip.getInputStream(entry)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        unpacked += read;
        if (unpacked > MOST_UNPACKED) {
          return false;
        }
      }
    }
    return true;
  }

  /** The beginning of an entry, which is all of it where it is honest. */
  private String small(ZipEntry entry) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (InputStream in = zip.getInputStream(entry)) {
      bytes.write(in.readNBytes(LARGEST_TABLE));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Optional<Unfit> unsafe(String what) {
    return Optional.of(new Unfit(Reason.UNSAFE, what, "a document that is only read"));
  }

  private static Optional<Unfit> unknown() {
    return Optional.of(
        new Unfit(
            Reason.UNKNOWN_TYPE,
            "a container that is no Word document",
            "PDF, DOCX, PNG, JPEG, TIFF or GIF, by content"));
  }
}
