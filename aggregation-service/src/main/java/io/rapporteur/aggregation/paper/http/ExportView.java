package io.rapporteur.aggregation.paper.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.paper.Export;
import io.rapporteur.aggregation.paper.Export.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An export as its owner sees it.
 *
 * @param items recommendations on the paper; absent until it has begun
 * @param done how many of them have been reached
 * @param until when the file is kept
 * @param file where it is fetched, once it is done
 * @param size of the file, in bytes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportView(
    String id,
    String consultation,
    String format,
    String language,
    String order,
    String state,
    @Nullable Integer items,
    @Nullable Integer done,
    Instant askedAt,
    @Nullable Instant endedAt,
    @Nullable Instant until,
    @Nullable String file,
    @Nullable Long size) {

  static ExportView of(Export export) {
    boolean done = export.state() == State.DONE;
    boolean begun = export.state() != State.WAITING;
    return new ExportView(
        export.id(),
        export.consultation(),
        export.asked().format().word(),
        export.asked().language().tag(),
        export.asked().order().word(),
        export.state().word(),
        begun ? export.items() : null,
        begun ? export.done() : null,
        export.askedAt(),
        export.endedAt().orElse(null),
        export.until().orElse(null),
        done ? ExportsResource.path(export.id()) + "/file" : null,
        done ? export.size() : null);
  }
}
