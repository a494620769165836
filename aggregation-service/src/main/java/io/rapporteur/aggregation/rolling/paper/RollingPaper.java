package io.rapporteur.aggregation.rolling.paper;

import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.paper.Asked;
import io.rapporteur.aggregation.paper.Composing;
import io.rapporteur.aggregation.paper.ItemParts;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperNotices;
import io.rapporteur.aggregation.paper.Part;
import io.rapporteur.aggregation.paper.Wording;
import io.rapporteur.aggregation.paper.Words;
import io.rapporteur.aggregation.rolling.RollingText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rolling text as a paper, in the language whose text it is: section by section each item as it
 * stands, then with what is proposed on it in square brackets, then every proposed text whole. The
 * paper says how texts are grouped, and that it shows no more than its reader may see. Parts are
 * made while they are read. For one paper; not thread-safe.
 */
public final class RollingPaper {

  private static final String LEADING = "en";

  private final Consultation consultation;
  private final List<Item> items;
  private final boolean whole;
  private final Sight sight;
  private final HouseOrder order;
  private final Asked asked;
  private final Optional<Composing.State> state;
  private final RollingText rolling;
  private final ItemParts itemParts;
  private final Words words;

  /**
   * Composes a paper.
   *
   * @param items that are on it, in the order of the text
   * @param whole whether these are all of the consultation
   * @param order of the language asked for
   * @param state that was asked for; said on the paper
   * @param rolling in the language asked for, of the comments of the sight
   */
  public RollingPaper(
      Consultation consultation,
      List<Item> items,
      boolean whole,
      Sight sight,
      HouseOrder order,
      Asked asked,
      Optional<Composing.State> state,
      RollingText rolling) {
    this.consultation = consultation;
    this.items = List.copyOf(items);
    this.whole = whole;
    this.sight = sight;
    this.order = order;
    this.asked = asked;
    this.state = state;
    this.rolling = rolling;
    this.itemParts = new ItemParts(consultation, asked.language());
    this.words = Words.in(asked.language());
  }

  /** The paper, made on a day. */
  public Paper paper(LocalDate date) {
    return new Paper(
        asked.language(),
        consultation.id(),
        words.word("rolling.title"),
        false,
        Wording.of(consultation.titles(), asked.language().tag(), LEADING),
        asked.symbol(),
        asked.distribution(),
        date,
        notices(),
        items.size(),
        () -> parts().iterator());
  }

  private List<String> notices() {
    List<String> ids = items.stream().map(Item::id).toList();
    List<String> notices =
        new ArrayList<>(
            new PaperNotices(
                    items,
                    sight,
                    order,
                    asked,
                    state,
                    comment -> comment.recommendation().filter(ids::contains).isPresent())
                .notices());
    if (!whole) {
      notices.add(
          1,
          words.word(
              "reader.part",
              String.join(words.word("between"), items.stream().map(itemParts::called).toList())));
    }
    notices.add(words.word("rolling.notice.brackets"));
    notices.add(words.word("rolling.notice.identical"));
    notices.add(words.word("rolling.notice.near", words.number(rolling.threshold())));
    notices.add(words.word("rolling.notice.pending"));
    return notices;
  }

  private Stream<Part> parts() {
    var proposals = new ProposalParts(words, order);
    return ItemParts.bySection(items).stream()
        .flatMap(
            inSection ->
                Stream.concat(
                    Stream.of(itemParts.section(inSection)),
                    inSection.stream()
                        .flatMap(
                            item ->
                                Stream.of(itemParts.item(item), proposals.of(rolling.of(item))))));
  }
}
