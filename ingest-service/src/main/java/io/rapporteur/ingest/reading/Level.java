package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.reading.Mark.Form;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open list of a path, at the item that it has come to.
 *
 * @param parent the list that it stands in; null if it is the first
 * @param inserted what follows the label of an item that was put in later; else empty
 * @param depth that the format gives; 0 if it gives none
 */
record Level(
    @Nullable Level parent, Series series, Form form, int ordinal, String inserted, int depth) {

  String label() {
    return series.label(ordinal) + inserted;
  }

  List<String> path() {
    List<String> path = parent == null ? new ArrayList<>() : parent.path();
    path.add(label());
    return path;
  }

  int size() {
    return parent == null ? 1 : parent.size() + 1;
  }

  boolean alone() {
    return parent != null && ordinal == 1 && inserted.isEmpty();
  }

  boolean same(Series otherSeries, Form otherForm) {
    return (series == otherSeries && form == otherForm)
        || (parent != null && parent.same(otherSeries, otherForm));
  }
}
