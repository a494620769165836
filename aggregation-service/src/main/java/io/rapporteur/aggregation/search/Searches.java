package io.rapporteur.aggregation.search;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.CommentHistory;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.DraftEntry;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.schemas.revision.CanonicalJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps the index in step with the compilation, and searches it. Before each search what has
 * changed since the last is indexed: texts as they stand for those who see all and for their own
 * delegations, texts as the last edition has them for everyone, or as one for participants has them
 * for those who sign in, and the entries of the consolidated draft as it was circulated last for
 * those who see that. Thread-safe.
 */
public final class Searches {

  private final Compilations compilations;
  private final SearchIndex index;

  /** What is indexed of each consultation: the mark of each group. */
  private final Map<String, Map<String, String>> indexed = new HashMap<>();

  private final Map<String, Long> progress = new HashMap<>();

  /** Searches what these tell, in this index. */
  public Searches(Compilations compilations, SearchIndex index) {
    this.compilations = compilations;
    this.index = index;
  }

  /**
   * Finds texts.
   *
   * @param editions the last one that is whole, for each audience
   */
  public Found find(
      Consultation consultation,
      Function<Audience, Optional<String>> editions,
      Reader reader,
      String question,
      Optional<String> language,
      int most) {
    follow(consultation, editions);
    return index.find(consultation.id(), reader, question, language, most);
  }

  private synchronized void follow(
      Consultation consultation, Function<Audience, Optional<String>> editions) {
    long now = compilations.progress();
    Long before = progress.put(consultation.id(), now);
    if (before != null && before == now) {
      return;
    }
    Map<String, String> known = indexed.getOrDefault(consultation.id(), Map.of());
    Map<String, Group> wanted = groups(consultation, editions);
    List<String> changed = new ArrayList<>();
    wanted.forEach(
        (name, group) -> {
          if (!group.mark().equals(known.get(name))) {
            changed.add(name);
          }
        });
    known.keySet().stream().filter(name -> !wanted.containsKey(name)).forEach(changed::add);
    index.replace(
        changed,
        name ->
            Optional.ofNullable(wanted.get(name))
                .map(group -> group.texts().get())
                .orElse(List.of()));
    indexed.put(consultation.id(), marks(wanted));
  }

  private static Map<String, String> marks(Map<String, Group> groups) {
    Map<String, String> marks = new HashMap<>();
    groups.forEach((name, group) -> marks.put(name, group.mark()));
    return marks;
  }

  /**
   * What is indexed as one.
   *
   * @param mark changes when the texts or their readers do
   * @param texts read when they are asked for
   */
  private record Group(String mark, Supplier<List<Searchable>> texts) {}

  private Map<String, Group> groups(
      Consultation consultation, Function<Audience, Optional<String>> editions) {
    Map<String, Group> groups = new HashMap<>();
    Map<String, SortedSet<String>> owners = new HashMap<>();
    for (Item item : compilations.items(consultation)) {
      groups.put(
          "item/" + consultation.id() + "/" + item.id(),
          group(
              texts(
                  consultation.id(),
                  Source.ofItem(item.id()),
                  sorted(Reader.ALL, Reader.SECRETARIAT, Reader.PARTICIPANTS, Reader.PUBLIC),
                  item.texts())));
    }
    for (DraftEntry entry : draft(consultation.id())) {
      groups.put(
          "entry/" + entry.id(),
          group(
              texts(
                  consultation.id(),
                  Source.ofEntry(entry.id()),
                  sorted(Reader.DRAFT),
                  entry.texts())));
    }
    for (List<Comment> history : compilations.histories(consultation.id())) {
      CommentHistory stands = CommentHistory.of(history);
      stands
          .standing()
          .ifPresent(
              comment -> {
                owners.put(comment.id(), owners(comment));
                putSealed(groups, "standing", comment);
              });
      stands.late().ifPresent(comment -> putSealed(groups, "late", comment));
    }
    Optional<String> open = editions.apply(Audience.EVERYONE);
    Optional<String> shared = editions.apply(Audience.PARTICIPANTS);
    Published published =
        (kind, edition, audience, readers) ->
            edition.ifPresent(
                name ->
                    compilations
                        .published(consultation.id(), name, audience)
                        .forEach(
                            comment ->
                                groups.put(
                                    kind + "/" + comment.id(),
                                    group(
                                        comment,
                                        readers,
                                        owners.getOrDefault(comment.id(), sorted())))));
    if (open.equals(shared)) {
      published.put("public", open, Audience.EVERYONE, sorted(Reader.PUBLIC, Reader.PARTICIPANTS));
    } else {
      published.put("public", open, Audience.EVERYONE, sorted(Reader.PUBLIC));
      published.put("participants", shared, Audience.PARTICIPANTS, sorted(Reader.PARTICIPANTS));
    }
    return groups;
  }

  private static Group group(List<Searchable> texts) {
    return new Group(CanonicalJson.digest(List.of(texts.toString())), () -> texts);
  }

  @FunctionalInterface
  private interface Published {
    void put(String kind, Optional<String> edition, Audience audience, SortedSet<String> readers);
  }

  private static Group group(Comment comment, SortedSet<String> readers, SortedSet<String> owners) {
    return new Group(
        comment.revision() + " " + comment.saying().mark() + " " + readers + " " + owners,
        () -> texts(comment, readers, owners));
  }

  private static SortedSet<String> sorted(String... words) {
    return new TreeSet<>(List.of(words));
  }

  private static SortedSet<String> owners(Comment comment) {
    SortedSet<String> owners = new TreeSet<>();
    owners.add(comment.participant());
    comment.coSponsors().forEach(joined -> owners.add(joined.participant()));
    return owners;
  }

  /** What is redacted is found by the secretariat and its author alone. */
  private static void putSealed(Map<String, Group> groups, String kind, Comment comment) {
    SortedSet<String> owners = owners(comment);
    SortedSet<String> readers = new TreeSet<>();
    owners.forEach(code -> readers.add(Reader.own(code)));
    readers.add(Reader.ALL);
    SortedSet<String> readersOfAll = readers;
    if (comment.saying().holdsWhatIsRedacted()) {
      String author = Reader.own(comment.participant());
      readers.remove(author);
      groups.put(kind + "-redacted/" + comment.id(), group(comment.redacted(), readers, owners));
      readersOfAll = sorted(author);
    }
    readersOfAll.add(Reader.SECRETARIAT);
    groups.put(kind + "/" + comment.id(), group(comment, readersOfAll, owners));
  }

  private static List<Searchable> texts(
      String consultation, Source source, SortedSet<String> readers, Map<String, String> texts) {
    return texts.entrySet().stream()
        .map(
            text ->
                new Searchable(
                    consultation, readers, sorted(), source, text.getKey(), text.getValue()))
        .toList();
  }

  /** The entries of the last version; those that it left out are not in the draft any more. */
  private List<DraftEntry> draft(String consultation) {
    List<DraftEntry> entries = compilations.entries(consultation);
    int last = entries.stream().mapToInt(DraftEntry::version).max().orElse(0);
    return entries.stream().filter(entry -> entry.version() == last).toList();
  }

  private static List<Searchable> texts(
      Comment comment, SortedSet<String> readers, SortedSet<String> owners) {
    List<Searchable> parts = new ArrayList<>();
    Content said = comment.said();
    var of = new Parts(comment, readers, owners, parts);
    of.add("text", said.language(), said.text());
    said.translations()
        .forEach(
            each -> each.texts().forEach(text -> of.add("translation", each.language(), text)));
    said.proposedText()
        .ifPresent(
            text ->
                of.add("proposed-text", said.proposedTextLanguage().orElse(said.language()), text));
    said.rationale().ifPresent(text -> of.add("rationale", said.language(), text));
    said.quotation().ifPresent(text -> of.add("quotation", said.language(), text));
    return parts;
  }

  private record Parts(
      Comment comment,
      SortedSet<String> readers,
      SortedSet<String> owners,
      List<Searchable> parts) {

    void add(String part, String language, String text) {
      parts.add(
          new Searchable(
              comment.consultation(),
              readers,
              owners,
              new Source(
                  part,
                  comment.recommendation(),
                  comment.entry(),
                  Optional.of(comment.id()),
                  comment.revision(),
                  Optional.of(comment.participant())),
              language,
              text));
    }
  }
}
