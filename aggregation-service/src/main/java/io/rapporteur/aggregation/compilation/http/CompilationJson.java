package io.rapporteur.aggregation.compilation.http;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.DraftEntry;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.compilation.Placing;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A whole compilation as a file of JSON, the same that its door answers with. Thread-safe. */
public final class CompilationJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final HouseOrder order;
  private final String language;
  private final Function<Comment, Optional<List<Stretch>>> difference;

  /**
   * Writes in a language.
   *
   * @param language of names and of the order of participants
   */
  public CompilationJson(
      HouseOrder order, String language, Function<Comment, Optional<List<Stretch>>> difference) {
    this.order = order;
    this.language = language;
    this.difference = difference;
  }

  /** Writes what a look shows, without observations; the stream is left open. */
  public void write(
      Consultation consultation,
      List<Item> items,
      List<DraftEntry> entries,
      Looking.Look look,
      List<Notice> since,
      OutputStream out) {
    var compiling =
        new Compiling(
            consultation,
            items,
            entries,
            look,
            since,
            language,
            order,
            Placing.following(items),
            difference,
            comment -> Optional.empty());
    MAPPER.writeValue(
        out,
        compiling.compilation(item -> true, comment -> true, Optional.empty(), Integer.MAX_VALUE));
  }
}
