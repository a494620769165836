package io.rapporteur.aggregation.compilation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rapporteur.schemas.revision.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The digest of a compilation: SHA-256 over the canonical JSON (RFC 8785) of the comments that it
 * shows, sorted by id. It does not depend on the order or language of the display, nor on offsets
 * and schema ids, and is the same after every rebuild. Translations that the secretariat added are
 * in it as far as an edition published them: other comments are those of a cut of their log, which
 * does not tell of them.
 */
public final class Digest {

  /** Those that were taken last: who turns pages asks for the same one for each of them. */
  private static final Cache<String, String> TAKEN = Caffeine.newBuilder().maximumSize(200).build();

  private Digest() {}

  /** The digest of these comments, 64 hexadecimal digits. Their texts are read if it is new. */
  public static String of(Stream<Comment> comments) {
    // Ordered first: a stream that sorts hands on all that it has at once.
    List<Comment> ordered =
        comments
            .sorted(Comparator.comparing(Comment::id).thenComparing(Comment::revision))
            .toList();
    return TAKEN.get(
        mark(ordered),
        mark -> CanonicalJson.digestOfList(ordered.stream().map(Digest::canonical).iterator()));
  }

  /** Another one for other comments, of what they are known by. */
  private static String mark(List<Comment> ordered) {
    MessageDigest mark = CanonicalJson.sha256();
    for (Comment comment : ordered) {
      String known =
          "%s %s %s%n"
              .formatted(card(comment), comment.filing().isPresent(), comment.saying().mark());
      mark.update(known.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(mark.digest());
  }

  private static Map<String, Object> card(Comment comment) {
    Map<String, Object> form = new TreeMap<>();
    form.put("id", comment.id());
    form.put("revision", comment.revision());
    form.put("consultation", comment.consultation());
    form.put("round", comment.round());
    form.put("late", comment.late());
    form.put("submittedAt", comment.submittedAt().toString());
    form.put("receivedAt", comment.receivedAt().toString());
    form.put("participant", comment.participant());
    form.put("class", comment.participantClass());
    comment.regionalGroup().ifPresent(v -> form.put("regionalGroup", v));
    comment.onBehalfOf().ifPresent(v -> form.put("onBehalfOf", v));
    form.put(
        "coSponsors",
        comment.coSponsors().stream().map(Comment.CoSponsor::participant).sorted().toList());
    comment.document().ifPresent(v -> form.put("document", v));
    comment.section().ifPresent(v -> form.put("section", v));
    comment.recommendation().ifPresent(v -> form.put("recommendation", v));
    comment.recommendationVersion().ifPresent(v -> form.put("recommendationVersion", v));
    // Absent where a comment is on none, so that the digest of what is on the text stays what it
    // was.
    comment.entry().ifPresent(v -> form.put("entry", v));
    comment.draftVersion().ifPresent(v -> form.put("draftVersion", v));
    return form;
  }

  private static Map<String, Object> canonical(Comment comment) {
    Map<String, Object> form = card(comment);
    Content said = comment.said();
    form.put("kind", said.kind());
    form.put("position", said.position());
    form.put("text", said.text());
    form.put("language", said.language());
    form.put(
        "translations",
        said.translations().stream()
            .filter(t -> !t.bySecretariat() || comment.filing().isEmpty())
            .map(Digest::translation)
            .toList());
    said.proposedText().ifPresent(v -> form.put("proposedText", v));
    said.proposedTextLanguage().ifPresent(v -> form.put("proposedTextLanguage", v));
    said.rationale().ifPresent(v -> form.put("rationale", v));
    said.quotation().ifPresent(v -> form.put("quotation", v));
    if (!said.attachments().isEmpty()) {
      form.put(
          "attachments",
          said.attachments().stream()
              .map(a -> Map.of("id", a.id(), "name", a.name(), "sha256", a.sha256()))
              .toList());
    }
    return form;
  }

  private static Map<String, Object> translation(Content.Translation translation) {
    Map<String, Object> form = new TreeMap<>();
    form.put("language", translation.language());
    form.put("text", translation.text());
    form.put("author", translation.author());
    translation
        .added()
        .ifPresent(
            added -> {
              form.put("bySecretariat", true);
              added.proposedText().ifPresent(v -> form.put("proposedText", v));
              added.rationale().ifPresent(v -> form.put("rationale", v));
            });
    return form;
  }
}
