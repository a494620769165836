package io.rapporteur.ingest.circulation.smtp;

/**
 * A mail as it is read.
 *
 * @param language it is written in
 * @param subject one line
 * @param plain the text for readers without HTML
 * @param html the same, simple, with its direction
 */
record Letter(String language, String subject, String plain, String html) {}
