package io.rapporteur.comments.attachment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A log in memory, with the rule that one event counts; not thread-safe. */
public final class UploadsInMemory implements Uploads {

  private final Map<String, Upload> uploads = new LinkedHashMap<>();
  private final Set<String> named = new HashSet<>();
  private final List<Runnable> before = new ArrayList<>();

  /** What happens just before the next event is appended. */
  public void beforeTheNext(Runnable happens) {
    before.add(happens);
  }

  /** A comment names it. */
  public void name(String id) {
    named.add(id);
  }

  @Override
  public Optional<Upload> upload(String id) {
    return Optional.ofNullable(uploads.get(id));
  }

  @Override
  public List<Upload> waiting() {
    return uploads.values().stream().filter(u -> u.verdict().isEmpty() && !u.deleted()).toList();
  }

  @Override
  public boolean named(String id) {
    return named.contains(id);
  }

  @Override
  public void received(UploadRequest request, String mediaType) {
    happened();
    uploads.putIfAbsent(
        request.attachment(),
        new Upload(
            request.attachment(),
            request.participant(),
            Upload.FIRST,
            request.requestId().value(),
            request.digest(),
            request.client(),
            request.receivedAt(),
            request.name(),
            mediaType,
            request.size(),
            request.sha256(),
            Optional.empty(),
            false));
  }

  @Override
  public void judged(Upload upload, Verdict verdict, Instant at) {
    happened();
    next(upload, Optional.of(verdict), false);
  }

  @Override
  public void deleted(Upload upload, String client, Instant at) {
    happened();
    next(upload, Optional.empty(), true);
  }

  private void happened() {
    List<Runnable> now = List.copyOf(before);
    before.clear();
    now.forEach(Runnable::run);
  }

  private void next(Upload seen, Optional<Verdict> verdict, boolean deleted) {
    uploads.computeIfPresent(
        seen.id(),
        (id, standing) ->
            standing.revision() != seen.revision()
                ? standing
                : new Upload(
                    id,
                    standing.participant(),
                    standing.revision() + 1,
                    standing.requestId(),
                    standing.requestDigest(),
                    standing.by(),
                    standing.receivedAt(),
                    standing.name(),
                    standing.mediaType(),
                    standing.size(),
                    standing.sha256(),
                    verdict,
                    deleted));
  }

  @Override
  public boolean catchUp() {
    return true;
  }
}
