package io.rapporteur.aggregation.paper.akn;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperWriter.Progress;
import io.rapporteur.aggregation.paper.Sample;
import io.rapporteur.aggregation.paper.UnLanguage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class AkomaNtosoPapersTest {

  @ParameterizedTest
  @EnumSource
  void isValidInEachLanguage(UnLanguage language) throws Exception {
    OfficialSchema.valid(bytes(Sample.paper(language, Sample.comments())));
  }

  @Test
  void isValidWithNothingButItemsAndWithAllThatCanStandAtTheEnd() throws Exception {
    OfficialSchema.valid(bytes(Sample.paper(UnLanguage.EN, List.of())));
    OfficialSchema.valid(
        bytes(
            Sample.paper(
                Sample.asked(UnLanguage.EN),
                new Sight(
                    "secretariat",
                    Optional.of("first"),
                    Sample.comments(),
                    Sample.many(3),
                    Set.of()),
                new Notice(
                    "1",
                    "revised",
                    "br",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))));
  }

  @Test
  void hasTheEntriesOfTheDraftInASectionOfTheirOwn() throws Exception {
    List<Comment> comments = new ArrayList<>(Sample.comments());
    comments.add(Sample.onEntry("e1", "eg", 1, "on the first"));
    comments.add(Sample.onEntry("e2", "cn", 2, "on the second"));

    Document document = OfficialSchema.valid(bytes(Sample.paper(UnLanguage.EN, comments)));

    Element section =
        all(document, "section").stream()
            .filter(each -> each.getAttribute("eId").equals("sec_draft"))
            .findFirst()
            .orElseThrow();
    assertThat(section.getTextContent())
        .containsSubsequence(
            "Comments on the consolidated draft",
            "Entry 2",
            "States should co-operate.",
            "Entry 1",
            "ينبغي للدول.");
    assertThat(section.getElementsByTagNameNS("*", "noteRef").getLength()).isEqualTo(2);
  }

  @Test
  void namesItemsAsTheReportDoesAndRefersFromThemToTheirComments() throws Exception {
    Document document = OfficialSchema.valid(bytes(Sample.paper(UnLanguage.EN, Sample.comments())));

    assertThat(all(document, "point"))
        .extracting(point -> point.getAttribute("eId"))
        .containsExactly("para_13__list_1__point_a", "para_13__list_1__point_jj");
    Element first = all(document, "point").getFirst();
    List<String> noted = new ArrayList<>();
    NodeList references = first.getElementsByTagNameNS("*", "noteRef");
    for (int i = 0; i < references.getLength(); i++) {
      noted.add(((Element) references.item(i)).getAttribute("href").substring(1));
    }
    assertThat(all(document, "note"))
        .filteredOn(note -> noted.contains(note.getAttribute("eId")))
        .extracting(note -> note.getElementsByTagNameNS("*", "organization").item(0))
        .extracting(organization -> organization.getTextContent())
        .containsExactly("Brazil", "China", "Egypt", "State of Palestine");
    assertThat(all(document, "del")).extracting(Element::getTextContent).containsExactly("تعزز");
  }

  private static List<Element> all(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static byte[] bytes(Paper paper) throws Exception {
    var out = new ByteArrayOutputStream();
    new AkomaNtosoPapers().write(paper, Progress.UNSEEN, out);
    return out.toByteArray();
  }
}
