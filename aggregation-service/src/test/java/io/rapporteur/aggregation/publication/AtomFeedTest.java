package io.rapporteur.aggregation.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Consultation.Edition;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.Step;
import io.rapporteur.aggregation.paper.Sample;
import io.rapporteur.aggregation.paper.UnLanguage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class AtomFeedTest {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final Edition FIRST = new Edition("first", Instant.parse("2021-03-01T12:00:00Z"));
  private static final Instant ADOPTED = Instant.parse("2021-04-30T12:00:00Z");
  private static final Edition ADDED = new Edition("Add.1", Instant.parse("2021-04-01T12:00:00Z"));

  @Test
  void listsEachTextUnderTheEditionThatWasTheFirstToHoldIt() {
    List<Comment> all = Sample.comments();
    Map<String, Edition> firsts =
        Feed.firsts(
            List.of(FIRST, ADDED), edition -> edition.equals(FIRST) ? all.subList(0, 3) : all);

    // The second comment was withdrawn since.
    List<Comment> current = new ArrayList<>(all);
    current.remove(1);
    List<Feed.Published> entries =
        Feed.entries(List.of(FIRST, ADDED), firsts, current, Sample.order("en").comments());

    assertThat(entries)
        .extracting(
            entry ->
                entry instanceof Feed.OfComment comment
                    ? comment.edition().name() + " " + comment.comment().id()
                    : ((Feed.OfEdition) entry).edition().name())
        .containsExactly("Add.1", "Add.1 4", "Add.1 5", "first", "first 1", "first 3");
  }

  @Test
  void isAtomWithItsPagesAndWithWhatMustTravelWithEveryComment() throws Exception {
    Document feed = feed(UnLanguage.AR, 2, 3);
    Element root = feed.getDocumentElement();

    assertThat(root.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(root.getAttribute("xml:lang")).isEqualTo("ar");
    assertThat(texts(root, "id"))
        .containsExactly(
            "urn:rapporteur:compilation:stocktaking",
            "urn:rapporteur:edition:stocktaking:first",
            "urn:rapporteur:comment:4",
            "urn:rapporteur:comment:2");
    assertThat(texts(root, "updated")).allMatch("2021-03-01T12:00:00Z"::equals).hasSize(4);
    assertThat(all(root, "link"))
        .extracting(link -> link.getAttribute("rel"))
        .contains("self", "first", "last", "previous", "next", "alternate", "enclosure");
    assertThat(all(root, "content"))
        .hasSize(3)
        .allSatisfy(
            content ->
                assertThat(content.getTextContent())
                    .contains("والسكوت ليس موافقة")
                    .contains("الصيغة التي وردت بها دون تحرير"));
    assertThat(all(root, "content").get(1).getTextContent())
        .contains("الأصل: بالإنكليزية", Sample.ENGLISH);
    assertThat(all(root, "content").get(2).getTextContent())
        .contains(Sample.ARABIC, Sample.PROPOSED_A);
    assertThat(texts(root, "name")).contains("البرازيل", "مصر", "شيلي");
  }

  @Test
  void tellsOfTheMeetingWhereItStandsInTimeAndOfTheDraftOnlyIfThatIsPublic() {
    Meeting meeting =
        Meeting.of("stocktaking")
            .after(
                List.of(
                    step(1, "2021-02-01T00:00:00Z", circulated(1)),
                    step(2, "2021-03-15T00:00:00Z", circulated(2)),
                    step(3, "2021-05-01T00:00:00Z", new Step.ListAdopted("en", ADOPTED))));
    Comment comment = Sample.comments().getFirst();
    List<Feed.Published> editions =
        List.of(
            new Feed.OfEdition(ADDED),
            new Feed.OfComment(ADDED, comment),
            new Feed.OfEdition(FIRST),
            new Feed.OfComment(FIRST, comment));

    assertThat(Feed.with(meeting, true, editions))
        .containsExactly(
            new Feed.OfList(ADOPTED),
            new Feed.OfEdition(ADDED),
            new Feed.OfComment(ADDED, comment),
            new Feed.OfDraft(2, Instant.parse("2021-03-15T00:00:00Z")),
            new Feed.OfEdition(FIRST),
            new Feed.OfComment(FIRST, comment),
            new Feed.OfDraft(1, Instant.parse("2021-02-01T00:00:00Z")));
    assertThat(Feed.with(meeting, false, List.of())).containsExactly(new Feed.OfList(ADOPTED));
    assertThat(Feed.with(Meeting.of("stocktaking"), true, editions)).isEqualTo(editions);
  }

  @Test
  void namesTheDraftAndTheListAndWhereTheyAreRead() throws Exception {
    Element root =
        feed(
                UnLanguage.FR,
                1,
                1,
                List.of(new Feed.OfList(ADOPTED), new Feed.OfDraft(2, FIRST.cutAt())))
            .getDocumentElement();

    assertThat(texts(root, "id"))
        .containsExactly(
            "urn:rapporteur:compilation:stocktaking",
            "urn:rapporteur:adopted:stocktaking",
            "urn:rapporteur:draft:stocktaking:2");
    assertThat(texts(root, "title"))
        .endsWith("Conclusions et recommandations adoptées", "Projet consolidé, version 2");
    assertThat(texts(root, "updated")).endsWith(ADOPTED.toString(), FIRST.cutAt().toString());
    assertThat(all(root, "link"))
        .extracting(link -> link.getAttribute("href"))
        .contains("/api/v1/adopted/stocktaking", "/api/v1/entries?consultation=stocktaking");
  }

  private static Step step(int number, String at, Step.Fact fact) {
    return new Step(
        "stocktaking", number, "r" + number, "d", Instant.parse(at), "the-chair", "chair", fact);
  }

  private static Step.Fact circulated(int version) {
    return new Step.Circulated(version, Optional.empty(), Optional.empty(), List.of());
  }

  @Test
  void hasNoWayBeyondItsFirstAndLastPage() throws Exception {
    assertThat(all(feed(UnLanguage.EN, 1, 1).getDocumentElement(), "link"))
        .extracting(link -> link.getAttribute("rel"))
        .doesNotContain("previous", "next");
  }

  private static Document feed(UnLanguage language, int page, int pages) throws Exception {
    return feed(
        language,
        page,
        pages,
        List.of(
            new Feed.OfEdition(FIRST),
            new Feed.OfComment(FIRST, Sample.comments().get(3)),
            new Feed.OfComment(FIRST, Sample.comments().get(1))));
  }

  private static Document feed(
      UnLanguage language, int page, int pages, List<Feed.Published> entries) throws Exception {
    var out = new ByteArrayOutputStream();
    new AtomFeed(
            "stocktaking",
            "Title",
            Sample.order(language.tag()),
            language,
            c -> Optional.of("13(a)"))
        .write(FIRST.cutAt(), entries, page, pages, name -> 5, out);
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(out.toByteArray()));
  }

  private static List<String> texts(Element root, String name) {
    return all(root, name).stream().map(Element::getTextContent).toList();
  }

  private static List<Element> all(Element root, String name) {
    NodeList found = root.getElementsByTagNameNS(ATOM, name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
