package io.rapporteur.ingest.reading;

/**
 * A footnote.
 *
 * @param text its paragraphs, separated by a line feed
 * @param offset place of the marker: code points of the item's text before it
 */
public record Footnote(String marker, String text, int offset) {}
