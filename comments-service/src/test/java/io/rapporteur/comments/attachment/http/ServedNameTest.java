package io.rapporteur.comments.attachment.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.attachment.Upload;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ContentDisposition;

class ServedNameTest {

  @ParameterizedTest
  @CsvSource({
    "note.pdf, note.pdf",
    "NOTE.PDF, NOTE.PDF",
    "note, note.pdf",
    "note.pdf.exe, note.pdf.exe.pdf",
    "../../etc/passwd, _._.._etc_passwd.pdf",
    "C:\\temp\\note.pdf, C__temp_note.pdf",
    ".htaccess, _htaccess.pdf",
    "ملاحظات مصر.pdf, ملاحظات مصر.pdf",
    "a\"; filename=b.exe, a_; filename=b.exe.pdf",
    "100%41.pdf, 100%41.pdf"
  })
  void isOneLineWithoutAPathThatEndsAsItsTypeDoes(String given, String served) {
    assertThat(disposition(given).getFilename()).isEqualTo(served);
  }

  @ParameterizedTest
  @CsvSource({
    "'a\r\nSet-Cookie: b.pdf', 'a\uFFFD\uFFFDSet-Cookie_ b.pdf'",
    "'note\u202Efdp.exe', 'note\uFFFDfdp.exe.pdf'",
    "'a\u2066b\u2069.pdf', 'a\uFFFDb\uFFFD.pdf'",
    "'a\u200Bb.pdf', 'a\uFFFDb.pdf'",
    "'a\u0000b.pdf', 'a\uFFFDb.pdf'"
  })
  void makesSeenWhatTurnsOrHidesTheRest(String given, String served) {
    assertThat(disposition(given).getFilename()).isEqualTo(served);
    assertThat(ServedName.disposition(upload(given)))
        .matches("[ -~]+")
        .startsWith("attachment; filename=\"");
  }

  private static ContentDisposition disposition(String given) {
    return ContentDisposition.parse(ServedName.disposition(upload(given)));
  }

  private static Upload upload(String name) {
    return new Upload(
        "id",
        "eg",
        1,
        "r",
        "d",
        "eg",
        Instant.EPOCH,
        name,
        "application/pdf",
        1,
        "0".repeat(64),
        Optional.empty(),
        false);
  }
}
