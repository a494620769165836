package io.rapporteur.aggregation.search.lucene;

import io.rapporteur.aggregation.search.Found.Stretch;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** The passage of a text that fits a question best, with what fits marked. */
final class Excerpts {

  private Excerpts() {}

  static List<Stretch> of(Analyzer analyzer, String field, Query words, String text)
      throws IOException {
    var highlighter =
        UnifiedHighlighter.builderWithoutSearcher(analyzer)
            .withMaxLength(text.length() + 1)
            .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.ROOT))
            .withFormatter(new Marking())
            .build();
    Object excerpt = highlighter.highlightWithoutSearcher(field, words, text, 1);
    return excerpt instanceof Marked marked
        ? marked.stretches()
        : List.of(new Stretch(text.substring(0, Math.min(text.length(), 200)), false));
  }

  private record Marked(List<Stretch> stretches) {}

  private static final class Marking extends PassageFormatter {

    @Override
    public Object format(Passage[] passages, String text) {
      List<Stretch> stretches = new ArrayList<>();
      for (Passage passage : passages) {
        int at = passage.getStartOffset();
        for (int match = 0; match < passage.getNumMatches(); match++) {
          int start = Math.max(at, passage.getMatchStarts()[match]);
          int end = Math.max(start, passage.getMatchEnds()[match]);
          add(stretches, text.substring(at, start), false);
          add(stretches, text.substring(start, end), true);
          at = end;
        }
        add(stretches, text.substring(at, Math.max(at, passage.getEndOffset())), false);
      }
      return new Marked(stretches);
    }

    private static void add(List<Stretch> stretches, String text, boolean marked) {
      if (!text.isEmpty()) {
        stretches.add(new Stretch(text, marked));
      }
    }
  }
}
