package io.rapporteur.aggregation.publication;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.paper.Span;
import io.rapporteur.aggregation.paper.TranslatedText;
import io.rapporteur.aggregation.paper.UnLanguage;
import io.rapporteur.aggregation.paper.Words;
import io.rapporteur.aggregation.paper.Xml;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A page of a feed as Atom (RFC 4287), one of several (RFC 5005, section 3). Links are relative, so
 * that it reads alike behind every address. Each comment bears what must travel with it. For one
 * feed; not thread-safe.
 */
public final class AtomFeed {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  private final String consultation;
  private final String title;
  private final HouseOrder order;
  private final Words words;
  private final Function<Comment, Optional<String>> on;

  /**
   * Writes a feed.
   *
   * @param title of the consultation
   * @param on for people: what a comment is on; empty for the whole
   */
  public AtomFeed(
      String consultation,
      String title,
      HouseOrder order,
      UnLanguage language,
      Function<Comment, Optional<String>> on) {
    this.consultation = consultation;
    this.title = title;
    this.order = order;
    this.words = Words.in(language);
    this.on = on;
  }

  /** Where a feed is found, by the number of its page, from 1. */
  public static String path(String consultation, UnLanguage language, int page) {
    return "/api/v1/compilations/"
        + consultation
        + "/feed.atom?language="
        + language.tag()
        + (page == 1 ? "" : "&page=" + page);
  }

  /**
   * Writes a page; the stream is left open.
   *
   * @param updated when something was published last
   * @param comments how many comments an edition held when it was published, by its name
   */
  public void write(
      Instant updated,
      List<Feed.Published> entries,
      int page,
      int pages,
      Function<String, Integer> comments,
      OutputStream out)
      throws IOException {
    var xml = new Xml(out, "feed", ATOM);
    xml.language(words.language().tag());
    xml.element("id", "urn:rapporteur:compilation:" + consultation);
    xml.element("title", words.word("title") + " – " + title);
    xml.element("subtitle", words.word("notice.preliminary"));
    xml.element("updated", updated.toString());
    xml.element("rights", words.word("notice.as-received"));
    xml.element("generator", "Rapporteur");
    xml.start("author").element("name", "Rapporteur").end();
    link(xml, "self", page);
    link(xml, "first", 1);
    link(xml, "last", pages);
    if (page > 1) {
      link(xml, "previous", page - 1);
    }
    if (page < pages) {
      link(xml, "next", page + 1);
    }
    for (Feed.Published entry : entries) {
      switch (entry) {
        case Feed.OfEdition edition ->
            edition(xml, edition, comments.apply(edition.edition().name()));
        case Feed.OfComment comment -> comment(xml, comment);
        case Feed.OfDraft draft -> draft(xml, draft);
        case Feed.OfList list -> list(xml, list);
      }
    }
    xml.end();
    xml.close();
  }

  private void link(Xml xml, String relation, int page) throws IOException {
    xml.start("link").attribute("rel", relation).attribute("type", "application/atom+xml");
    xml.attribute("href", path(consultation, words.language(), page)).end();
  }

  private void edition(Xml xml, Feed.OfEdition published, int comments) throws IOException {
    String name = published.edition().name();
    xml.start("entry");
    xml.element("id", "urn:rapporteur:edition:" + consultation + ":" + name);
    xml.element("title", words.word("feed.edition", name, Integer.toString(comments)));
    xml.element("updated", published.edition().cutAt().toString());
    alternate(xml, "/api/v1/compilations/" + consultation + "?asOf=edition:" + name);
    xml.start("link").attribute("rel", "enclosure").attribute("type", "application/zip");
    xml.attribute("href", "/api/v1/compilations/" + consultation + "/editions/" + name + "/bundle");
    xml.end();
    xml.start("content").attribute("type", "text");
    xml.text(words.word("notice.preliminary") + " " + words.word("notice.as-received")).end();
    xml.end();
  }

  private void draft(Xml xml, Feed.OfDraft draft) throws IOException {
    String version = Integer.toString(draft.version());
    xml.start("entry");
    xml.element("id", "urn:rapporteur:draft:" + consultation + ":" + version);
    xml.element("title", words.word("meeting.draft.title", version));
    xml.element("updated", draft.at().toString());
    alternate(xml, "/api/v1/entries?consultation=" + consultation);
    xml.start("content").attribute("type", "text");
    xml.text(words.word("meeting.notice.draft")).end();
    xml.end();
  }

  private void list(Xml xml, Feed.OfList list) throws IOException {
    xml.start("entry");
    xml.element("id", "urn:rapporteur:adopted:" + consultation);
    xml.element("title", words.word("meeting.adopted.title"));
    xml.element("updated", list.at().toString());
    alternate(xml, "/api/v1/adopted/" + consultation);
    xml.end();
  }

  private static void alternate(Xml xml, String href) throws IOException {
    xml.start("link").attribute("rel", "alternate").attribute("type", "application/json");
    xml.attribute("href", href).end();
  }

  private void comment(Xml xml, Feed.OfComment published) throws IOException {
    Comment comment = published.comment();
    String author = order.name(comment.participant());
    xml.start("entry");
    xml.element("id", "urn:rapporteur:comment:" + comment.id());
    xml.element(
        "title",
        words.word("feed.comment", author, on.apply(comment).orElse(words.word("general"))));
    xml.element("updated", published.edition().cutAt().toString());
    xml.start("author").element("name", author).end();
    for (Comment.CoSponsor joined :
        comment.coSponsors().stream().sorted(order.coSponsors()).toList()) {
      xml.start("contributor").element("name", order.name(joined.participant())).end();
    }
    category(xml, comment.said().kind(), words.word("kind." + comment.said().kind()));
    if (!words.position(comment.said().position()).isEmpty()) {
      category(xml, comment.said().position(), words.position(comment.said().position()));
    }
    alternate(
        xml,
        "/api/v1/compilations/"
            + consultation
            + comment.recommendation().map(item -> "/recommendations/" + item).orElse(""));
    xml.element("rights", words.word("notice.as-received"));
    xml.start("content").attribute("type", "xhtml");
    xml.start("div").attribute("xmlns", XHTML);
    content(xml, comment);
    xml.end().end().end();
  }

  private static void category(Xml xml, String term, String label) throws IOException {
    xml.start("category").attribute("term", term).attribute("label", label).end();
  }

  private void content(Xml xml, Comment comment) throws IOException {
    Content said = comment.said();
    if (comment.onBehalfOf().isPresent()) {
      own(xml, words.word("on-behalf-of", order.name(comment.onBehalfOf().get())));
    }
    own(xml, words.original(said.language()));
    text(xml, said.language(), said.text());
    if (said.proposedText().isPresent()) {
      String amended = said.proposedTextLanguage().orElse(said.language());
      own(xml, words.word("proposed", words.tongue(amended)));
      text(xml, amended, said.proposedText().get());
    }
    if (said.rationale().isPresent()) {
      own(xml, words.word("rationale"));
      text(xml, said.language(), said.rationale().get());
    }
    for (TranslatedText translation : TranslatedText.of(said, words)) {
      own(xml, translation.label());
      text(xml, translation.language(), translation.text());
    }
    own(xml, words.word("notice.preliminary"));
    own(xml, words.word("notice.as-received"));
  }

  private void own(Xml xml, String text) throws IOException {
    text(xml, words.language().tag(), text);
  }

  private static void text(Xml xml, String language, String text) throws IOException {
    for (List<Span> paragraph : Span.paragraphs(text)) {
      xml.start("p").language(language);
      xml.attribute("dir", UnLanguage.rightToLeft(language) ? "rtl" : "ltr");
      xml.text(paragraph.stream().map(Span::text).collect(Collectors.joining())).end();
    }
  }
}
