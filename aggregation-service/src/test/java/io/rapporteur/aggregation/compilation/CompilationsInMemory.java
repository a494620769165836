package io.rapporteur.aggregation.compilation;

import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One consultation without items, whose comments are what a test says. */
public final class CompilationsInMemory implements Compilations {

  private final List<List<Comment>> histories = new ArrayList<>();
  private final Map<String, List<Comment>> published = new HashMap<>();
  private final List<DraftEntry> draft = new ArrayList<>();
  private final Set<String> shared = new HashSet<>();
  private long progress;

  /** The revisions of each comment from now on. */
  public void stand(List<List<Comment>> all) {
    histories.clear();
    histories.addAll(all);
    progress++;
  }

  /** The entries of the draft from now on. */
  public void circulate(DraftEntry... entries) {
    draft.clear();
    draft.addAll(List.of(entries));
    progress++;
  }

  /** An edition for everyone from now on. */
  public void publish(String edition, List<Comment> comments) {
    published.put(edition, comments);
    shared.remove(edition);
    progress++;
  }

  /** An edition for participants from now on. */
  public void share(String edition, List<Comment> comments) {
    published.put(edition, comments);
    shared.add(edition);
    progress++;
  }

  @Override
  public Optional<Consultation> consultation(String id) {
    return consultations().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  @Override
  public List<Consultation> consultations() {
    return List.of(
        new Consultation(
            "k",
            Map.of(),
            List.of("doc"),
            published.keySet().stream().sorted().map(this::edition).toList(),
            Map.of()));
  }

  private Consultation.Edition edition(String name) {
    boolean open = !shared.contains(name);
    return new Consultation.Edition(
        name,
        Instant.EPOCH,
        Optional.empty(),
        open ? Audience.EVERYONE : Audience.PARTICIPANTS,
        open);
  }

  @Override
  public List<Item> items(Consultation consultation) {
    return List.of();
  }

  @Override
  public List<DraftEntry> entries(String consultation) {
    return List.copyOf(draft);
  }

  @Override
  public Optional<List<Stretch>> difference(Comment comment) {
    return Optional.empty();
  }

  @Override
  public List<List<Comment>> histories(String consultation) {
    return List.copyOf(histories);
  }

  @Override
  public Optional<Manifest> manifest(String consultation, String edition, Audience audience) {
    return published.containsKey(edition)
            && (audience == Audience.PARTICIPANTS || !shared.contains(edition))
        ? Optional.of(new Manifest(edition, 0, "digest", "root", "signed"))
        : Optional.empty();
  }

  @Override
  public List<Comment> published(String consultation, String edition, Audience audience) {
    return published.getOrDefault(edition, List.of());
  }

  @Override
  public Optional<List<Comment>> computed(String consultation, String edition, Audience audience) {
    return Optional.empty();
  }

  @Override
  public List<Leaf> leaves(String consultation, String edition) {
    return List.of();
  }

  @Override
  public List<Notice> notices(String consultation, String edition, Audience audience) {
    return List.of();
  }

  @Override
  public Map<String, String> participants() {
    return Map.of();
  }

  @Override
  public long progress() {
    return progress;
  }

  @Override
  public Map<String, String> names(String language) {
    return Map.of();
  }

  @Override
  public int partitions() {
    return 1;
  }

  @Override
  public boolean freshen() {
    return true;
  }

  @Override
  public boolean catchUp() {
    return true;
  }
}
