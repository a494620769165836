package io.rapporteur.comments.attachment.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.comments.attachment.Upload;
import io.rapporteur.comments.attachment.Verdict;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file as its delegation and the secretariat see it.
 *
 * @param name as given
 * @param mediaType by content
 * @param state {@code waiting}, {@code clean}, {@code refused} or {@code not-scanned}
 * @param scan in words: what looked, or that nothing did
 * @param found why it is refused
 * @param text what became of its text, once there is a verdict
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AttachmentView(
    String id,
    String participant,
    String name,
    String mediaType,
    long size,
    String sha256,
    String state,
    String scan,
    @Nullable String found,
    @Nullable String text,
    Instant receivedAt) {

  static AttachmentView of(Upload upload, boolean scanned) {
    Optional<Verdict> verdict = upload.verdict();
    return new AttachmentView(
        upload.id(),
        upload.participant(),
        upload.name(),
        upload.mediaType(),
        upload.size(),
        upload.sha256(),
        upload.state(),
        scan(upload, scanned),
        verdict.flatMap(Verdict::found).orElse(null),
        verdict.map(v -> word(v.text())).orElse(null),
        upload.receivedAt());
  }

  private static String scan(Upload upload, boolean scanned) {
    if (upload.verdict().isEmpty()) {
      return scanned ? "waiting" : "not scanned";
    }
    Verdict verdict = upload.verdict().get();
    return verdict.kind() == Verdict.Kind.NOT_SCANNED
            || verdict.scanner().equals(Verdict.NO_SCANNER)
        ? "not scanned"
        : "scanned by " + verdict.scanner();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
