package io.rapporteur.aggregation.rolling;

import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.rolling.Piece.Alternative;
import io.rapporteur.schemas.wording.WordDifference;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts all that is proposed on a text into the text itself. Each proposal is a list of edits, by
 * words; edits that overlap, and insertions at one place, are one contested stretch, of which each
 * proposal has its own wording. Taking the wording of one proposal at each stretch on which it has
 * one, and the text as it stands elsewhere, gives exactly that proposal.
 */
final class Bracketing {

  private final String text;
  private final HouseOrder order;

  private Bracketing(String text, HouseOrder order) {
    this.text = text;
    this.order = order;
  }

  /** Replaces the characters from a place to another. */
  private record Edit(int from, int to, String by) {}

  /** A stretch of the text on which something is proposed. */
  private record Region(int from, int to) {

    boolean meets(Edit edit) {
      return edit.from() == from || edit.from() < to;
    }

    boolean holds(Edit edit) {
      return edit.from() >= from && edit.to() <= to && (edit.from() < to || edit.from() == from);
    }
  }

  static List<Piece> of(String text, String language, List<Proposal> proposals, HouseOrder order) {
    var bracketing = new Bracketing(text, order);
    Map<Proposal, List<Edit>> edits = new LinkedHashMap<>();
    // A space more is not what is proposed; where the text itself has line ends, they may be.
    boolean plain = Normalized.of(text).equals(text);
    for (Proposal proposal : proposals) {
      String proposed = plain ? Normalized.of(proposal.text()) : proposal.text();
      edits.put(proposal, edits(WordDifference.between(text, proposed, language)));
    }
    return bracketing.pieces(edits);
  }

  private static List<Edit> edits(List<Stretch> difference) {
    List<Edit> edits = new ArrayList<>();
    int place = 0;
    int from = 0;
    var by = new StringBuilder();
    for (Stretch stretch : difference) {
      switch (stretch.kind()) {
        case SAME -> {
          add(edits, from, place, by);
          place += stretch.text().length();
          from = place;
        }
        case REMOVED -> place += stretch.text().length();
        case ADDED -> by.append(stretch.text());
      }
    }
    add(edits, from, place, by);
    return edits;
  }

  private static void add(List<Edit> edits, int from, int to, StringBuilder by) {
    if (from < to || !by.isEmpty()) {
      edits.add(new Edit(from, to, by.toString()));
      by.setLength(0);
    }
  }

  private List<Piece> pieces(Map<Proposal, List<Edit>> edits) {
    List<Piece> pieces = new ArrayList<>();
    int written = 0;
    for (Region region : regions(edits.values())) {
      agreed(written, region.from(), pieces);
      pieces.add(contested(region, edits));
      written = region.to();
    }
    agreed(written, text.length(), pieces);
    return pieces;
  }

  private void agreed(int from, int to, List<Piece> pieces) {
    if (from < to) {
      pieces.add(new Piece.Agreed(text.substring(from, to)));
    }
  }

  private static List<Region> regions(Iterable<List<Edit>> edits) {
    List<Edit> all = new ArrayList<>();
    edits.forEach(all::addAll);
    all.sort(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to));
    List<Region> regions = new ArrayList<>();
    for (Edit edit : all) {
      if (!regions.isEmpty() && regions.getLast().meets(edit)) {
        Region last = regions.removeLast();
        regions.add(new Region(last.from(), Math.max(last.to(), edit.to())));
      } else {
        regions.add(new Region(edit.from(), edit.to()));
      }
    }
    return regions;
  }

  private Piece contested(Region region, Map<Proposal, List<Edit>> edits) {
    Map<String, List<Proposal>> wordings = new LinkedHashMap<>();
    Map<String, String> texts = new LinkedHashMap<>();
    edits.forEach(
        (proposal, all) -> {
          List<Edit> here = all.stream().filter(region::holds).toList();
          if (!here.isEmpty()) {
            String wording = applied(region, here);
            String same = Normalized.of(wording);
            texts.putIfAbsent(same, wording);
            wordings.computeIfAbsent(same, w -> new ArrayList<>()).add(proposal);
          }
        });
    List<Alternative> alternatives = new ArrayList<>();
    wordings.entrySet().stream()
        .sorted(
            Comparator.comparing(
                wording ->
                    wording.getValue().stream()
                        .flatMap(proposal -> proposal.comments().stream())
                        .min(order.comments())
                        .orElseThrow(),
                order.comments()))
        .forEach(
            wording ->
                alternatives.add(
                    new Alternative(
                        texts.getOrDefault(wording.getKey(), ""),
                        Proposal.sponsorsOf(wording.getValue(), order))));
    alternatives.sort(Comparator.comparing(Alternative::deletes));
    return new Piece.Contested(text.substring(region.from(), region.to()), alternatives);
  }

  /** What a proposal makes of a region. */
  private String applied(Region region, List<Edit> edits) {
    var wording = new StringBuilder();
    int written = region.from();
    for (Edit edit : edits) {
      wording.append(text, written, edit.from()).append(edit.by());
      written = edit.to();
    }
    return wording.append(text, written, region.to()).toString();
  }
}
