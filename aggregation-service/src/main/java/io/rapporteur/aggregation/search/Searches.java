package io.rapporteur.aggregation.search;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.CommentHistory;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.schemas.revision.CanonicalJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Keeps the index in step with the compilation, and searches it. Before each search what has
 * changed since the last is indexed: texts as they stand for those who see all and for their own
 * delegations, and texts as the last edition has them for everyone. Thread-safe.
 */
public final class Searches {

  private final Compilations compilations;
  private final SearchIndex index;

  /** What is indexed of each consultation: the digest of each group's texts. */
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
   * @param edition the last one that is whole; its texts are public
   */
  public Found find(
      Consultation consultation,
      Optional<String> edition,
      Reader reader,
      String question,
      Optional<String> language,
      int most) {
    follow(consultation, edition);
    return index.find(consultation.id(), reader, question, language, most);
  }

  private synchronized void follow(Consultation consultation, Optional<String> edition) {
    long now = compilations.progress();
    Long before = progress.put(consultation.id(), now);
    if (before != null && before == now) {
      return;
    }
    Map<String, String> known = indexed.getOrDefault(consultation.id(), Map.of());
    Map<String, String> wanted = new HashMap<>();
    Map<String, Collection<Searchable>> changed = new HashMap<>();
    texts(consultation, edition)
        .forEach(
            (group, texts) -> {
              String digest = CanonicalJson.digest(List.of(texts.toString()));
              wanted.put(group, digest);
              if (!digest.equals(known.get(group))) {
                changed.put(group, texts);
              }
            });
    known.keySet().stream()
        .filter(group -> !wanted.containsKey(group))
        .forEach(group -> changed.put(group, List.of()));
    index.replace(changed);
    indexed.put(consultation.id(), wanted);
  }

  private Map<String, List<Searchable>> texts(Consultation consultation, Optional<String> edition) {
    Map<String, List<Searchable>> texts = new HashMap<>();
    Map<String, SortedSet<String>> owners = new HashMap<>();
    for (Item item : compilations.items(consultation)) {
      texts.put("item/" + consultation.id() + "/" + item.id(), ofItem(consultation, item));
    }
    for (List<Comment> history : compilations.histories(consultation.id())) {
      CommentHistory stands = CommentHistory.of(history);
      stands
          .standing()
          .ifPresent(
              comment -> {
                owners.put(comment.id(), owners(comment));
                addSealed(texts, "standing", comment);
              });
      stands.late().ifPresent(comment -> addSealed(texts, "late", comment));
    }
    edition.ifPresent(
        name ->
            compilations
                .published(consultation.id(), name)
                .forEach(
                    comment ->
                        add(
                            texts,
                            "public/" + comment.id(),
                            comment,
                            sorted(Reader.PUBLIC),
                            owners.getOrDefault(comment.id(), sorted()))));
    return texts;
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
  private static void addSealed(Map<String, List<Searchable>> texts, String kind, Comment comment) {
    SortedSet<String> owners = owners(comment);
    SortedSet<String> readers = new TreeSet<>();
    owners.forEach(code -> readers.add(Reader.own(code)));
    readers.add(Reader.ALL);
    SortedSet<String> readersOfAll = readers;
    if (comment.said().holdsWhatIsRedacted()) {
      String author = Reader.own(comment.participant());
      readers.remove(author);
      add(texts, kind + "-redacted/" + comment.id(), comment.redacted(), readers, owners);
      readersOfAll = sorted(author);
    }
    readersOfAll.add(Reader.SECRETARIAT);
    add(texts, kind + "/" + comment.id(), comment, readersOfAll, owners);
  }

  private static List<Searchable> ofItem(Consultation consultation, Item item) {
    List<Searchable> texts = new ArrayList<>();
    item.texts()
        .forEach(
            (language, text) ->
                texts.add(
                    new Searchable(
                        consultation.id(),
                        sorted(Reader.ALL, Reader.SECRETARIAT, Reader.PUBLIC),
                        sorted(),
                        new Source(
                            "recommendation",
                            Optional.of(item.id()),
                            Optional.empty(),
                            0,
                            Optional.empty()),
                        language,
                        text)));
    return texts;
  }

  private static void add(
      Map<String, List<Searchable>> texts,
      String group,
      Comment comment,
      SortedSet<String> readers,
      SortedSet<String> owners) {
    List<Searchable> parts = new ArrayList<>();
    Comment.Content said = comment.said();
    var of = new Parts(comment, readers, owners, parts);
    of.add("text", said.language(), said.text());
    said.translations().forEach(each -> of.add("translation", each.language(), each.text()));
    said.proposedText()
        .ifPresent(
            text ->
                of.add("proposed-text", said.proposedTextLanguage().orElse(said.language()), text));
    said.rationale().ifPresent(text -> of.add("rationale", said.language(), text));
    said.quotation().ifPresent(text -> of.add("quotation", said.language(), text));
    texts.put(group, parts);
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
                  Optional.of(comment.id()),
                  comment.revision(),
                  Optional.of(comment.participant())),
              language,
              text));
    }
  }
}
