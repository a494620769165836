package io.rapporteur.comments.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Feeds of one instance, in memory; something can happen whenever it is asked. */
public final class FeedsInMemory implements Feeds {

  private final Map<String, List<Row>> rows = new HashMap<>();
  private Runnable whenAsked = () -> {};
  private Runnable whenCatchingUp = () -> {};

  void whenAsked(Runnable happens) {
    whenAsked = happens;
  }

  void whenCatchingUp(Runnable happens) {
    whenCatchingUp = happens;
  }

  /** Adds a row. */
  public void tell(Strand strand, Told told) {
    List<Row> everyone = of(Told.EVERYONE, strand);
    List<Row> own = of(told.reader(), strand);
    long number = own.size() + 1L;
    own.add(new Row(number, own == everyone ? number : everyone.size(), told.entry()));
  }

  private List<Row> of(String reader, Strand strand) {
    return rows.computeIfAbsent(reader + strand, key -> new ArrayList<>());
  }

  @Override
  public List<Row> rows(String reader, Strand strand, long after, int limit) {
    whenAsked.run();
    List<Row> all = of(reader, strand);
    return List.copyOf(
        all.subList((int) Math.min(after, all.size()), (int) Math.min(after + limit, all.size())));
  }

  @Override
  public long last(String reader, Strand strand) {
    return of(reader, strand).size();
  }

  @Override
  public Optional<String> consultationOn(String document) {
    return Optional.empty();
  }

  @Override
  public boolean catchUp() {
    whenCatchingUp.run();
    return true;
  }
}
