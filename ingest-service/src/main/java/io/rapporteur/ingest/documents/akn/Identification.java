package io.rapporteur.ingest.documents.akn;

import io.rapporteur.ingest.documents.Document;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a document as work, expression and manifestation, by the naming convention of AKN4UN:
 * {@code /akn/un/<type>/<subtype>/<date>/<number>}, the number being the symbol with hyphens. All
 * language versions of a symbol are one work.
 *
 * <p>The date of issue is not known here, nor is it guessed: the year stands in the name if the
 * symbol has it, and each date says in its {@code name} what happened on it.
 */
final class Identification {

  /** Of the author of the work, in the references. */
  static final String AUTHOR = "un";

  /** Of the program, in the references; what it says of the reading has it as its source. */
  static final String EDITOR = "rapporteur";

  /** The type and subtype of the document. */
  static final String REPORT = "report";

  private static final Pattern YEAR = Pattern.compile("(?<=[/ (])(?:19[4-9]|20[0-9])[0-9](?=[/)])");
  private static final Map<String, String> ISO_639_2 =
      Map.of("ar", "ara", "zh", "zho", "en", "eng", "fr", "fra", "ru", "rus", "es", "spa");

  private final Document document;
  private final LocalDate read;
  private final LocalDate changed;
  private final String work;
  private final String language;

  Identification(Document document) {
    this.document = document;
    this.read = date(document.file().readAt());
    this.changed = date(document.changedAt());
    String symbol = document.manifest().symbol();
    this.work =
        "/akn/un/doc/"
            + REPORT
            + year(symbol).map(year -> "/" + year).orElse("")
            + "/"
            + symbol.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("^-|-$", "");
    this.language = ISO_639_2.getOrDefault(document.language(), document.language());
  }

  private static LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Optional<String> year(String symbol) {
    return YEAR.matcher(symbol).results().map(found -> found.group()).findFirst();
  }

  void write(Xml xml) {
    xml.start("identification").attribute("source", "#" + EDITOR);
    xml.start("FRBRWork");
    names(xml, work + "/!main", work);
    alias(xml, "symbol", document.manifest().symbol());
    alias(xml, "document", document.id());
    date(xml, read, "read");
    author(xml, AUTHOR, "author");
    value(xml, "FRBRcountry", "un");
    value(xml, "FRBRsubtype", REPORT);
    value(xml, "FRBRnumber", document.manifest().symbol());
    xml.end();

    String expression = work + "/" + language + "@" + changed;
    String lastChange = document.corrections().isEmpty() ? "read" : "corrected";
    xml.start("FRBRExpression");
    names(xml, expression + "/!main", expression);
    date(xml, changed, lastChange);
    author(xml, EDITOR, "editor");
    value(xml, "FRBRversionNumber", Integer.toString(document.revision()));
    if (document.manifest().machineRead()) {
      value(xml, "FRBRauthoritative", "false");
    }
    xml.start("FRBRlanguage").attribute("language", language).end();
    xml.end();

    xml.start("FRBRManifestation");
    names(xml, expression + "/!main.xml", expression + ".xml");
    date(xml, changed, lastChange);
    author(xml, EDITOR, "editor");
    value(xml, "FRBRformat", "xml");
    xml.end();
    xml.end();
  }

  private static void names(Xml xml, String component, String whole) {
    value(xml, "FRBRthis", component);
    value(xml, "FRBRuri", whole);
  }

  private static void alias(Xml xml, String name, String value) {
    xml.start("FRBRalias").attribute("value", value).attribute("name", name).end();
  }

  private static void date(Xml xml, LocalDate date, String what) {
    xml.start("FRBRdate").attribute("date", date.toString()).attribute("name", what).end();
  }

  private static void author(Xml xml, String who, String as) {
    xml.start("FRBRauthor").attribute("href", "#" + who).attribute("as", "#" + as).end();
  }

  private static void value(Xml xml, String element, String value) {
    xml.start(element).attribute("value", value).end();
  }
}
