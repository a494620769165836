package io.rapporteur.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.ingest.source.Line.Kind;
import io.rapporteur.ingest.source.Refusal.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlFileTest {

  private static Source read(String html) {
    return OpenedFile.source(html.getBytes(StandardCharsets.UTF_8), "report.html");
  }

  @Test
  void countsListsAsABrowserDoes() {
    Source source =
        read(
            """
            <!DOCTYPE html><html><body><h2>Conclusions</h2><p>The group:</p>
            <ol start="13"><li>chapeau<ol type="a"><li>one</li><li value="26">two</li><li>three</li>
            <li><ul><li>dot</li></ul></li></ol></li><li>next</li></ol>
            <ol reversed type="i"><li>three</li><li>two</li></ol></body></html>
            """);

    assertThat(OpenedFile.shown(source))
        .containsExactly(
            "Conclusions",
            "The group:",
            "13. chapeau",
            "a. one",
            "z. two",
            "aa. three",
            "ab. ",
            "• dot",
            "14. next",
            "ii. three",
            "i. two");
    assertThat(source.lines())
        .extracting(Line::depth)
        .containsExactly(0, 0, 1, 2, 2, 2, 2, 3, 1, 1, 1);
    assertThat(source.lines().getFirst().kind()).isEqualTo(Kind.HEADING);
  }

  @Test
  void leavesOutWhatABrowserDoesNotShow() {
    Source source =
        read(
            "<html><head><title>t</title></head><body><script>x()</script><p hidden>no</p>"
                + "<p style='DISPLAY: none'>no</p><style>p{}</style><p>shown<br>too</p></body>");

    assertThat(OpenedFile.shown(source)).containsExactly("shown too");
  }

  @Test
  void readsTablesMarkersAndFootnotes() {
    Source source =
        read(
            "<p>Cooperate<sup><a href='#fn1'>[1]</a></sup>.</p><table><tr><td rowspan=2>A<td>B</tr>"
                + "<tr><td>C</tr></table><ol><li id=fn1><p>1. See there. ↩</p></li></ol>");

    assertThat(source.line(1)).isEqualTo("Cooperate¹.");
    assertThat(source.lines().get(1).cells()).containsExactly("A", "B");
    assertThat(source.lines().get(2).cells()).containsExactly("", "C");
    assertThat(source.lines().get(3).kind()).isEqualTo(Kind.FOOTNOTE);
    assertThat(source.lines().get(3).label()).isEqualTo("1");
    assertThat(source.lines().get(3).text()).isEqualTo("See there.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1256"})
  void believesTheEncodingThatIsDeclared(String encoding) {
    byte[] file =
        ("<html><meta charset='" + encoding + "'><p>(أ) تقرير</p>")
            .getBytes(Charset.forName(encoding));

    Source source = OpenedFile.source(file, "report.htm");

    assertThat(source.line(1)).isEqualTo("(أ) تقرير");
    assertThat(source.encoding()).isEqualTo(encoding);
  }

  @Test
  void refusesEntitiesOfItsOwn() {
    byte[] file =
        "<!DOCTYPE html [<!ENTITY a 'aaaa'>]><html><p>&a;</p>".getBytes(StandardCharsets.UTF_8);

    assertThat(OpenedFile.refusal(file, "report.html").reason()).isEqualTo(Reason.UNSAFE);
  }

  @Test
  void endsOnHtmlThatIsNestedWithoutEnd() {
    byte[] file = ("<html>" + "<div>".repeat(200_000) + "x").getBytes(StandardCharsets.UTF_8);

    SourceResult result =
        new Sources(Limits.standard()).open(file, "a.html", Optional.empty(), Optional.empty());

    assertThat(result).isNotNull();
  }
}
