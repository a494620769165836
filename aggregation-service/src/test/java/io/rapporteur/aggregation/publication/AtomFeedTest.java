package io.rapporteur.aggregation.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Consultation.Edition;
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
                    : entry.edition().name())
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
  void hasNoWayBeyondItsFirstAndLastPage() throws Exception {
    assertThat(all(feed(UnLanguage.EN, 1, 1).getDocumentElement(), "link"))
        .extracting(link -> link.getAttribute("rel"))
        .doesNotContain("previous", "next");
  }

  private static Document feed(UnLanguage language, int page, int pages) throws Exception {
    var out = new ByteArrayOutputStream();
    new AtomFeed(
            "stocktaking",
            "Title",
            Sample.order(language.tag()),
            language,
            c -> Optional.of("13(a)"))
        .write(
            FIRST.cutAt(),
            List.of(
                new Feed.OfEdition(FIRST),
                new Feed.OfComment(FIRST, Sample.comments().get(3)),
                new Feed.OfComment(FIRST, Sample.comments().get(1))),
            page,
            pages,
            name -> 5,
            out);
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
