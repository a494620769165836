package io.rapporteur.ingest.source;

import io.rapporteur.ingest.source.Line.Kind;
import io.rapporteur.ingest.source.Refusal.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Makes lines of what a browser would show of an HTML document. Not thread-safe. */
final class HtmlLines {

  private static final int DEEPEST = 512;
  private static final int WIDEST_SPAN = 64;
  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "head",
          "iframe",
          "object",
          "svg",
          "math",
          "select",
          "button",
          "input",
          "textarea",
          "audio",
          "video",
          "canvas",
          "datalist");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Pattern HIDDEN =
      Pattern.compile("(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");
  private static final Pattern NOTE =
      Pattern.compile("_?(?:fn|ftn|footnote|edn|endnote|note)[-_:.]?(\\d{1,4})");
  private static final Pattern OWN_MARKER =
      Pattern.compile("^\\s*(?:[\\[(]?\\d{1,4}[\\])]?[.:]?|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)\\s+");

  private final LineCollector lines;
  private final StringBuilder said = new StringBuilder();
  private final Deque<HtmlList> lists = new ArrayDeque<>();
  private Kind kind = Kind.PARAGRAPH;
  private String label = "";
  private String note = "";
  private int depth;

  HtmlLines(LineCollector lines) {
    this.lines = lines;
  }

  void read(Element body) {
    children(body);
    flush();
  }

  private void children(Element parent) {
    if (++depth > DEEPEST) {
      throw RefusedFileException.because(
          Reason.UNSAFE, "HTML nested over %d deep".formatted(DEEPEST), "HTML of a document");
    }
    for (Node child : parent.childNodes()) {
      if (child instanceof TextNode text) {
        said.append(text.getWholeText());
      } else if (child instanceof Element element && !isUnseen(element)) {
        element(element);
      }
    }
    depth--;
  }

  private void element(Element element) {
    String name = element.normalName();
    Matcher noted = NOTE.matcher(element.id().toLowerCase(Locale.ROOT));
    boolean isNote =
        element.isBlock() && (noted.matches() || element.attr("role").equals("doc-footnote"));
    if (isNote) {
      note(element, noted.matches() ? noted.group(1) : "");
    } else if (HEADINGS.contains(name)) {
      flush();
      kind = Kind.HEADING;
      children(element);
      flush();
      kind = Kind.PARAGRAPH;
    } else {
      switch (name) {
        case "sup" -> raised(element);
        case "br" -> said.append(' ');
        case "wbr" -> said.append("");
        case "ol", "ul", "menu" -> list(element);
        case "li" -> item(element);
        case "table" -> table(element);
        case "pre" -> printed(element);
        default -> {
          if (element.isBlock() || name.equals("dt") || name.equals("dd")) {
            flush();
            children(element);
            flush();
          } else {
            children(element);
          }
        }
      }
    }
  }

  private void raised(Element element) {
    String text = element.text();
    if (Superscript.isMarker(text)) {
      said.append(Superscript.of(text));
    } else {
      children(element);
    }
  }

  private void list(Element list) {
    flush();
    if (!label.isEmpty()) {
      // An item that holds a list and no text of its own still shows its label.
      lines.add(0, Kind.PARAGRAPH, lists.size(), label, "", List.of());
      label = "";
    }
    lists.push(new HtmlList(list, lists.size() + 1));
    children(list);
    flush();
    lists.pop();
  }

  private void item(Element item) {
    flush();
    label = lists.isEmpty() ? "•" : lists.element().label(item);
    children(item);
    flush();
    label = "";
  }

  private void note(Element element, String marker) {
    flush();
    String outer = note;
    String outerLabel = label;
    note = marker.isEmpty() ? Superscript.plain(leading(element.text())) : marker;
    kind = Kind.FOOTNOTE;
    children(element);
    flush();
    kind = Kind.PARAGRAPH;
    note = outer;
    label = outerLabel;
  }

  private static String leading(String text) {
    Matcher own = OWN_MARKER.matcher(text);
    return own.find() ? own.group() : "";
  }

  private void printed(Element pre) {
    flush();
    pre.wholeText().lines().forEach(line -> lines.printed(0, line));
  }

  private void table(Element table) {
    flush();
    List<Integer> held = new ArrayList<>();
    for (Element row : table.select("tr")) {
      if (row.closest("table") == table && !isUnseen(row)) {
        row(row, held);
      }
    }
  }

  /** A cell that spans leaves empty cells where it reaches, so that columns stay columns. */
  private void row(Element row, List<Integer> held) {
    List<String> cells = new ArrayList<>();
    for (Element cell : row.children()) {
      if (isUnseen(cell)) {
        continue;
      }
      reach(cells, held);
      int wide = span(cell, "colspan");
      int high = span(cell, "rowspan");
      for (int i = 0; i < wide; i++) {
        cells.add(i == 0 ? cellText(cell) : "");
        while (held.size() < cells.size()) {
          held.add(0);
        }
        held.set(cells.size() - 1, high - 1);
      }
    }
    reach(cells, held);
    if (cells.stream().anyMatch(c -> !c.isEmpty())) {
      lines.row(cells);
    }
  }

  private static void reach(List<String> cells, List<Integer> held) {
    while (cells.size() < held.size() && held.get(cells.size()) > 0) {
      held.set(cells.size(), held.get(cells.size()) - 1);
      cells.add("");
    }
  }

  private static int span(Element cell, String attribute) {
    return Math.clamp(XmlElement.parsed(cell.attr(attribute).strip()).orElse(1), 1, WIDEST_SPAN);
  }

  private static String cellText(Element cell) {
    var inner = new LineCollector(new Limits(0, 0, 0, 10_000, Integer.MAX_VALUE));
    new HtmlLines(inner).read(cell);
    return inner.shown();
  }

  private void flush() {
    String text = said.toString().replaceAll("[\\s\\u00A0]+", " ").strip();
    said.setLength(0);
    if (text.isEmpty()) {
      return;
    }
    if (kind == Kind.FOOTNOTE) {
      lines.footnote(0, note, OWN_MARKER.matcher(text).replaceFirst("").replace("↩", "").strip());
    } else {
      lines.add(0, kind, lists.size(), label, text, List.of());
    }
    label = "";
  }

  private static boolean isUnseen(Element element) {
    return UNSEEN.contains(element.normalName())
        || element.hasAttr("hidden")
        || HIDDEN.matcher(element.attr("style").toLowerCase(Locale.ROOT)).find();
  }
}
