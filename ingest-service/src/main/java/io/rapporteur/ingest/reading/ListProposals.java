package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.reading.ListReader.RawItem;
import io.rapporteur.ingest.source.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Proposes which lists of a document hold recommendations, each with its reasons, for a human to
 * confirm. A list is proposed if the words before it speak of recommendations or conclusions; an
 * agenda and a list of documents are not, however long. Stateless.
 */
public final class ListProposals {

  private static final Pattern RECOMMENDS =
      Pattern.compile(
          "recommend|conclusion|recommand|recomend|conclusi[oó]n|рекоменд|вывод|توصي|استنتاج|建议|建議|结论|結論",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern ELSE =
      Pattern.compile(
          "agenda|ordre du jour|programa provisional|повестк|جدول الأعمال|议程|議程"
              + "|documents? were (?:issued|before)|panellist|participa",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final int LONG = 10;
  private static final int SHORTEST = 2;
  private static final double LATE = 0.5;

  private ListProposals() {}

  /**
   * A list that may hold recommendations.
   *
   * @param paragraph as a manifest names it
   * @param items how many
   * @param opening the words before the first item
   * @param reasons for the secretariat
   * @param score higher is likelier
   */
  public record Proposal(
      String paragraph, int items, String opening, List<String> reasons, double score) {

    /** Copies the reasons. */
    public Proposal {
      reasons = List.copyOf(reasons);
    }
  }

  /** The lists of a source in the language, the likeliest first. */
  public static List<Proposal> in(Source source, String language) {
    List<Proposal> proposals = new ArrayList<>();
    var outline = new Outline(source);
    for (Block block : outline.blocks()) {
      // A number that stands in several articles names no one list.
      if (outline.meant(block.paragraph()).size() > 1) {
        continue;
      }
      var reader = new ListReader(block, language.equals("zh"));
      List<RawItem> items = reader.items();
      String opening = reader.opening();
      boolean speaks = RECOMMENDS.matcher(opening + " " + block.heading()).find();
      boolean other = ELSE.matcher(lastSentence(opening)).find();
      if (items.size() >= SHORTEST && speaks && !other) {
        proposals.add(proposal(block, items, opening));
      }
    }
    proposals.sort(Comparator.comparingDouble(Proposal::score).reversed());
    return proposals;
  }

  private static String lastSentence(String opening) {
    String text = opening.strip();
    int end = Math.max(text.lastIndexOf(". "), text.lastIndexOf("。"));
    return text.substring(end + 1);
  }

  private static Proposal proposal(Block block, List<RawItem> items, String opening) {
    List<String> reasons = new ArrayList<>();
    double score = 1;
    reasons.add("the words before it speak of recommendations or conclusions");
    if (RECOMMENDS.matcher(opening).find()) {
      score += 1;
    }
    if (items.size() >= LONG) {
      score += 1;
      reasons.add("it has %d items".formatted(items.size()));
    }
    if (items.getFirst().mark().form() == Mark.Form.DOTTED) {
      score += 1;
      reasons.add("its items bear the number of the paragraph");
    }
    double place = (double) block.from() / block.source().size();
    if (place > LATE) {
      score += 0.5;
      reasons.add(String.format(Locale.ROOT, "it stands at %.0f %% of the document", place * 100));
    }
    return new Proposal(block.paragraph(), items.size(), opening, reasons, score);
  }
}
