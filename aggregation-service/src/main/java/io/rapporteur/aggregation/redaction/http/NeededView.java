package io.rapporteur.aggregation.redaction.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.redaction.NeededEdition;
import org.jspecify.annotations.Nullable;

/**
 * The edition that is needed; given to the door of publication as it stands.
 *
 * @param corrects the edition whose texts it keeps
 * @param audience if it is to be for more than read the one that it corrects
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NeededView(String edition, String corrects, @Nullable String audience) {

  /** For those who read the one that it corrects. */
  public static NeededView of(NeededEdition needed) {
    return new NeededView(needed.name(), needed.corrects(), null);
  }
}
