package io.rapporteur.aggregation.paper.akn;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.paper.Entry;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperWriter;
import io.rapporteur.aggregation.paper.Part;
import io.rapporteur.aggregation.paper.Words;
import io.rapporteur.aggregation.paper.Xml;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * Papers as Akoma Ntoso (OASIS LegalDocML 1.0). Recommendations are points under the ids of the
 * report; each comment is a note in the metadata, which its point refers to; a redline is made of
 * insertions and deletions. The parts are read three times, so that nothing is gathered but the
 * participants. Thread-safe.
 */
public final class AkomaNtosoPapers implements PaperWriter {

  private static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
  private static final String EDITOR = "rapporteur";
  private static final String ONTOLOGY = "/akn/ontology/";
  private static final Map<String, String> ISO_639_2 =
      Map.of("ar", "ara", "zh", "zho", "en", "eng", "fr", "fra", "ru", "rus", "es", "spa");

  @Override
  public void write(Paper paper, Progress progress, OutputStream out) throws IOException {
    var xml = new Xml(out, "akomaNtoso", NAMESPACE);
    xml.start("doc").attribute("name", kind(paper));
    xml.start("meta");
    identification(xml, paper);
    references(xml, paper);
    new Notes(xml, paper).write();
    xml.end();
    preface(xml, paper);
    new MainBody(xml, paper).write(progress);
    xml.end();
    xml.end();
    xml.close();
  }

  private static void identification(Xml xml, Paper paper) throws IOException {
    String work =
        "/akn/un/doc/" + kind(paper) + "/" + paper.consultation().replaceAll("[^A-Za-z0-9.-]", "-");
    String language = ISO_639_2.getOrDefault(paper.language().tag(), paper.language().tag());
    String expression = work + "/" + language + "@" + paper.date();
    xml.start("identification").attribute("source", "#" + EDITOR);
    xml.start("FRBRWork");
    names(xml, work + "/!main", work, paper);
    value(xml, "FRBRcountry", "un");
    value(xml, "FRBRsubtype", kind(paper));
    if (paper.symbol().isPresent()) {
      value(xml, "FRBRnumber", paper.symbol().get());
    }
    xml.end();
    xml.start("FRBRExpression");
    names(xml, expression + "/!main", expression, paper);
    xml.start("FRBRlanguage").attribute("language", language).end();
    xml.end();
    xml.start("FRBRManifestation");
    names(xml, expression + "/!main.xml", expression + ".xml", paper);
    value(xml, "FRBRformat", "xml");
    xml.end();
    xml.end();
  }

  private static String kind(Paper paper) {
    return paper.ofComments() ? "compilation" : "list";
  }

  private static void names(Xml xml, String component, String whole, Paper paper)
      throws IOException {
    value(xml, "FRBRthis", component);
    value(xml, "FRBRuri", whole);
    String date = paper.date().toString();
    xml.start("FRBRdate").attribute("date", date).attribute("name", "compiled").end();
    xml.start("FRBRauthor").attribute("href", "#" + EDITOR).attribute("as", "#editor").end();
  }

  private static void value(Xml xml, String element, String value) throws IOException {
    xml.start(element).attribute("value", value).end();
  }

  private static void references(Xml xml, Paper paper) throws IOException {
    Map<String, String> participants = new TreeMap<>();
    for (Part part : paper.parts()) {
      if (part instanceof Part.Entries entries) {
        for (Entry entry : entries.each()) {
          Comment comment = entry.comment();
          participants.put(comment.participant(), entry.participant());
          entry
              .group()
              .ifPresent(name -> participants.put(comment.onBehalfOf().orElse(name), name));
        }
      }
    }
    xml.start("references").attribute("source", "#" + EDITOR);
    reference(xml, "TLCObject", EDITOR, "object/rapporteur", "Rapporteur");
    reference(xml, "TLCRole", "editor", "role/editor", "editor");
    for (Map.Entry<String, String> participant : participants.entrySet()) {
      reference(
          xml,
          "TLCOrganization",
          id(participant.getKey()),
          "organization/un/" + path(participant.getKey()),
          participant.getValue());
    }
    xml.end();
  }

  private static void reference(Xml xml, String element, String id, String path, String name)
      throws IOException {
    xml.start(element)
        .attribute("eId", id)
        .attribute("href", ONTOLOGY + path)
        .attribute("showAs", name)
        .end();
  }

  private static void preface(Xml xml, Paper paper) throws IOException {
    Words words = paper.words();
    xml.start("preface").language(paper.language().tag());
    xml.start("p").element("docNumber", paper.running()).end();
    if (paper.distribution().isPresent()) {
      xml.element("p", words.word("distribution", paper.distribution().get()));
    }
    xml.start("p").start("docDate").attribute("date", paper.date().toString());
    xml.text(words.date(paper.date())).end().end();
    xml.start("p").element("docTitle", paper.heading()).end();
    xml.start("p").attribute("class", "consultation").language(paper.title().language());
    xml.text(paper.title().text()).end();
    for (String notice : paper.notices()) {
      xml.start("p").attribute("class", "notice").text(notice).end();
    }
    xml.end();
  }

  /** The id of a participant or group among the references. */
  static String id(String code) {
    return "participant_" + path(code);
  }

  private static String path(String code) {
    return code.replaceAll("[^A-Za-z0-9.-]", "-");
  }
}
