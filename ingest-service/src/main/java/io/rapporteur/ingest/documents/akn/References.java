package io.rapporteur.ingest.documents.akn;

import io.rapporteur.ingest.reading.Proposer;
import io.rapporteur.ingest.reading.Reading;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who is meant in a document: its author, the program, and the participants that proposed items.
 */
final class References {

  private static final String ONTOLOGY = "/akn/ontology/";

  /** By participant code, under the name first printed. */
  private final Map<String, String> participants = new LinkedHashMap<>();

  References(Reading reading) {
    reading.items().stream()
        .flatMap(item -> item.proposers().stream())
        .forEach(
            proposer ->
                proposer
                    .participant()
                    .ifPresent(code -> participants.putIfAbsent(code, proposer.name())));
  }

  void write(Xml xml) {
    xml.start("references").attribute("source", "#" + Identification.EDITOR);
    reference(xml, "TLCOrganization", Identification.AUTHOR, "organization/un", "United Nations");
    reference(xml, "TLCObject", Identification.EDITOR, "object/rapporteur", "Rapporteur");
    reference(xml, "TLCRole", "author", "role/author", "author");
    reference(xml, "TLCRole", "editor", "role/editor", "editor");
    participants.forEach(
        (code, name) ->
            reference(xml, "TLCOrganization", id(code), "organization/un/" + path(code), name));
    xml.end();
  }

  private static void reference(Xml xml, String element, String id, String path, String name) {
    xml.start(element)
        .attribute("eId", id)
        .attribute("href", ONTOLOGY + path)
        .attribute("showAs", name)
        .end();
  }

  /** Names a proposer, with the participant meant if the name is recognized. */
  static void proposer(Xml xml, Proposer proposer) {
    proposer
        .participant()
        .ifPresentOrElse(
            code -> xml.start("organization").attribute("refersTo", "#" + id(code)),
            () -> xml.start("inline").attribute("name", "proposer"));
    xml.text(proposer.name()).end();
  }

  private static String id(String code) {
    return "participant_" + path(code);
  }

  private static String path(String code) {
    return code.replaceAll("[^A-Za-z0-9.-]", "-");
  }
}
