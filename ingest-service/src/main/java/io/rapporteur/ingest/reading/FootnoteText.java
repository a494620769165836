package io.rapporteur.ingest.reading;

import java.util.List;

/** A footnote as it stands in the text: its marker and its paragraphs. */
record FootnoteText(String marker, List<Piece> paragraphs) {

  List<String> text() {
    return paragraphs.stream().map(Piece::text).filter(text -> !text.isEmpty()).toList();
  }
}
