package io.rapporteur.aggregation.publication;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.DraftEntry;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.paper.AdoptedList;
import io.rapporteur.aggregation.meeting.paper.AgreedSoFar;
import io.rapporteur.aggregation.meeting.paper.CirculatedDraft;
import io.rapporteur.aggregation.meeting.paper.Setting;
import io.rapporteur.aggregation.paper.Asked;
import io.rapporteur.aggregation.paper.Composing;
import io.rapporteur.aggregation.paper.Order;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperFormat;
import io.rapporteur.aggregation.paper.PaperWriter.Progress;
import io.rapporteur.aggregation.paper.UnLanguage;
import io.rapporteur.aggregation.paper.Words;
import io.rapporteur.aggregation.paper.html.HtmlPapers;
import io.rapporteur.aggregation.paper.html.HtmlPapers.Link;
import io.rapporteur.aggregation.paper.sheet.CsvSheets;
import io.rapporteur.aggregation.publication.Bundle.BundleFile;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pages of an edition in six languages, and its comments as a table: what everyone may read,
 * and of the meeting what was shown. They need no server of ours, no script and no line. Nothing on
 * them depends on when they are made.
 *
 * @param entries of the consolidated draft, in its order
 * @param sight the edition, as the public sees it
 * @param since what became of its comments since
 * @param orders house order by language
 * @param zone in which people of the consultation say the time
 * @param day of the edition
 */
public record EditionPages(
    Consultation consultation,
    List<Item> items,
    List<DraftEntry> entries,
    Sight sight,
    List<Notice> since,
    Meeting meeting,
    Function<String, HouseOrder> orders,
    Function<Comment, Optional<List<Stretch>>> difference,
    ZoneId zone,
    LocalDate day) {

  private static final String COMMENTS = "index";

  /** Copies the lists. */
  public EditionPages {
    items = List.copyOf(items);
    entries = List.copyOf(entries);
    since = List.copyOf(since);
  }

  /** The files. */
  public List<BundleFile> files() {
    List<BundleFile> files = new ArrayList<>();
    Map<UnLanguage, Map<String, Paper>> pages = new LinkedHashMap<>();
    for (UnLanguage language : UnLanguage.values()) {
      pages.put(language, pages(language));
    }
    pages.forEach(
        (language, papers) ->
            papers.forEach(
                (page, paper) ->
                    files.add(
                        new BundleFile(
                            file(page, language),
                            out ->
                                new HtmlPapers(languages(page), links(page, papers))
                                    .write(paper, Progress.UNSEEN, out)))));
    // A web server opens this one; it is the page in English, with links to the others.
    Map<String, Paper> english = pages.getOrDefault(UnLanguage.EN, Map.of());
    files.add(
        new BundleFile(
            "index.html",
            out ->
                new HtmlPapers(languages(COMMENTS), links(COMMENTS, english))
                    .write(comments(UnLanguage.EN), Progress.UNSEEN, out)));
    files.add(
        new BundleFile(
            "comments.csv",
            out -> new CsvSheets(Order.OURS).write(comments(UnLanguage.EN), Progress.UNSEEN, out)));
    return files;
  }

  private Map<String, Paper> pages(UnLanguage language) {
    Map<String, Paper> pages = new LinkedHashMap<>();
    pages.put(COMMENTS, comments(language));
    var setting =
        new Setting(
            consultation,
            items,
            orders.apply(language.tag()),
            zone,
            language,
            Optional.empty(),
            Optional.empty());
    if (meeting.circulation().isPresent()) {
      pages.put("draft", new CirculatedDraft(setting, meeting).paper());
    }
    meeting
        .shownAt()
        .filter(at -> meeting.showsDecisions())
        .ifPresent(
            at -> pages.put("decisions", new AgreedSoFar(setting, meeting, false).paper(at)));
    if (meeting.adopted().isPresent()) {
      pages.put("adopted", new AdoptedList(setting, meeting).paper());
    }
    return pages;
  }

  private Paper comments(UnLanguage language) {
    return new Composing(
            consultation,
            items,
            entries,
            sight,
            since,
            orders.apply(language.tag()),
            difference,
            new Asked(
                PaperFormat.CSV,
                language,
                Order.OURS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()))
        .paper(day);
  }

  private static String file(String page, UnLanguage language) {
    return page + "." + language.tag() + ".html";
  }

  private static List<Link> languages(String page) {
    return Arrays.stream(UnLanguage.values())
        .map(
            language ->
                new Link(
                    language, file(page, language), Words.in(language).language(language.tag())))
        .toList();
  }

  private static List<Link> links(String page, Map<String, Paper> papers) {
    List<Link> links = new ArrayList<>();
    papers.forEach(
        (other, paper) -> {
          if (!other.equals(page)) {
            links.add(new Link(paper.language(), file(other, paper.language()), paper.heading()));
          }
        });
    return links;
  }
}
