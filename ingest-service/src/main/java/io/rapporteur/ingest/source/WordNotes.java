package io.rapporteur.ingest.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The footnotes and endnotes of a Word file, numbered as their markers are met. */
final class WordNotes {

  private final Map<String, XmlElement> footnotes = new HashMap<>();
  private final Map<String, XmlElement> endnotes = new HashMap<>();
  private int footnotesMet;
  private int endnotesMet;

  /**
   * A note.
   *
   * @param label its marker in digits
   * @param printed what stands for the marker in the text; empty where the author typed one
   */
  record Note(String label, String printed, List<XmlElement> blocks) {}

  void addFootnote(XmlElement note) {
    note.attribute("id").ifPresent(id -> footnotes.put(id, note));
  }

  void addEndnote(XmlElement note) {
    note.attribute("id").ifPresent(id -> endnotes.put(id, note));
  }

  /** The note that a marker refers to; empty if it is not there. */
  Optional<Note> mark(XmlElement reference, boolean end) {
    boolean typed =
        reference.attribute("customMarkFollows").filter(v -> !v.equals("0")).isPresent();
    return reference
        .attribute("id")
        .flatMap(id -> Optional.ofNullable((end ? endnotes : footnotes).get(id)))
        .map(
            note -> {
              if (typed) {
                return new Note("*", "", note.children());
              }
              String number = Integer.toString(end ? ++endnotesMet : ++footnotesMet);
              return new Note(number, Superscript.of(number), note.children());
            });
  }
}
