package io.rapporteur.aggregation.search.lucene;

import io.rapporteur.aggregation.search.Found;
import io.rapporteur.aggregation.search.Found.Hit;
import io.rapporteur.aggregation.search.Reader;
import io.rapporteur.aggregation.search.SearchIndex;
import io.rapporteur.aggregation.search.Searchable;
import io.rapporteur.aggregation.search.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The index, in a folder that is emptied at each start: it holds nothing that the view cannot give
 * again. Who may find a text stands beside it in the index and is asked for with every question, so
 * that what a reader may not see is neither found nor counted.
 */
public final class LuceneIndex implements SearchIndex, AutoCloseable {

  private static final String GROUP = "group";
  private static final String CONSULTATION = "consultation";
  private static final String READER = "reader";
  private static final String OWNER = "owner";
  private static final String PART = "part";
  private static final String RECOMMENDATION = "recommendation";
  private static final String ENTRY = "entry";
  private static final String COMMENT = "comment";
  private static final String REVISION = "revision";
  private static final String PARTICIPANT = "participant";
  private static final String LANGUAGE = "language";

  private final Directory directory;
  private final Analyzer analyzer = Languages.analyzer();
  private final IndexWriter writer;
  private final SearcherManager searchers;

  /**
   * Opens an empty index.
   *
   * @param folder its own; what is in it is forgotten
   * @throws UncheckedIOException if it cannot be used
   */
  public LuceneIndex(Path folder) {
    try {
      directory = FSDirectory.open(folder);
      writer =
          new IndexWriter(
              directory,
              new IndexWriterConfig(analyzer).setOpenMode(IndexWriterConfig.OpenMode.CREATE));
      searchers = new SearcherManager(writer, new SearcherFactory());
    } catch (IOException e) {
      throw new UncheckedIOException("search index " + folder + ": cannot be opened", e);
    }
  }

  @Override
  public void replace(Collection<String> groups, Function<String, List<Searchable>> texts) {
    try {
      for (String group : groups) {
        var before = new Term(GROUP, group);
        List<Document> documents =
            texts.apply(group).stream().map(text -> document(group, text)).toList();
        if (documents.isEmpty()) {
          writer.deleteDocuments(before);
        } else {
          writer.updateDocuments(before, documents);
        }
      }
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException("search index: cannot be written", e);
    }
  }

  private static Document document(String group, Searchable text) {
    var document = new Document();
    keep(document, GROUP, group);
    keep(document, CONSULTATION, text.consultation());
    text.readers().forEach(reader -> keep(document, READER, reader));
    text.owners().forEach(owner -> keep(document, OWNER, owner));
    keep(document, PART, text.source().part());
    text.source().recommendation().ifPresent(id -> keep(document, RECOMMENDATION, id));
    text.source().entry().ifPresent(id -> keep(document, ENTRY, id));
    text.source().comment().ifPresent(id -> keep(document, COMMENT, id));
    text.source().participant().ifPresent(code -> keep(document, PARTICIPANT, code));
    document.add(new StoredField(REVISION, text.source().revision()));
    keep(document, LANGUAGE, text.language());
    document.add(new TextField(Languages.field(text.language()), text.text(), Field.Store.YES));
    return document;
  }

  private static void keep(Document document, String name, String value) {
    document.add(new StringField(name, value, Field.Store.YES));
  }

  @Override
  public Found find(
      String consultation, Reader reader, String question, Optional<String> language, int most) {
    Query query =
        new BooleanQuery.Builder()
            .add(words(question, language), Occur.MUST)
            .add(new TermQuery(new Term(CONSULTATION, consultation)), Occur.FILTER)
            .add(visible(reader), Occur.FILTER)
            .build();
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return found(searcher, query, question, most);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("search index: cannot be read", e);
    }
  }

  /** The words in each language as that language cuts them; one of the languages must fit. */
  private Query words(String question, Optional<String> language) {
    List<Query> each = new ArrayList<>();
    for (String of : language.map(List::of).orElse(Languages.ALL)) {
      var parser = new SimpleQueryParser(analyzer, Languages.field(of));
      parser.setDefaultOperator(Occur.MUST);
      each.add(parser.parse(question));
    }
    return new DisjunctionMaxQuery(each, 0);
  }

  private static Query visible(Reader reader) {
    return reader.draft()
        ? new BooleanQuery.Builder()
            .add(visibleWithoutDraft(reader), Occur.SHOULD)
            .add(new TermQuery(new Term(READER, Reader.DRAFT)), Occur.SHOULD)
            .build()
        : visibleWithoutDraft(reader);
  }

  private static Query visibleWithoutDraft(Reader reader) {
    if (reader.all()) {
      return new TermQuery(
          new Term(READER, reader.secretariat() ? Reader.SECRETARIAT : Reader.ALL));
    }
    Query everyone = new TermQuery(new Term(READER, reader.ofEditions()));
    return reader
        .participant()
        .<Query>map(
            code ->
                new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(READER, Reader.own(code))), Occur.SHOULD)
                    .add(
                        new BooleanQuery.Builder()
                            .add(everyone, Occur.MUST)
                            .add(new TermQuery(new Term(OWNER, code)), Occur.MUST_NOT)
                            .build(),
                        Occur.SHOULD)
                    .build())
        .orElse(everyone);
  }

  private Found found(IndexSearcher searcher, Query query, String question, int most)
      throws IOException {
    TopDocs best = searcher.search(query, most);
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc each : best.scoreDocs) {
      Document document = searcher.storedFields().document(each.doc);
      String language = document.get(LANGUAGE);
      hits.add(
          new Hit(
              new Source(
                  document.get(PART),
                  Optional.ofNullable(document.get(RECOMMENDATION)),
                  Optional.ofNullable(document.get(ENTRY)),
                  Optional.ofNullable(document.get(COMMENT)),
                  document.getField(REVISION).numericValue().intValue(),
                  Optional.ofNullable(document.get(PARTICIPANT))),
              language,
              Excerpts.of(
                  analyzer,
                  Languages.field(language),
                  words(question, Optional.of(language)),
                  document.get(Languages.field(language)))));
    }
    return new Found(best.totalHits.value(), hits);
  }

  @Override
  public void close() {
    try (directory;
        writer;
        searchers) {
      // Closed in turn: readers, writer, folder.
    } catch (IOException e) {
      throw new UncheckedIOException("search index: cannot be closed", e);
    }
  }
}
