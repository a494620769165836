package io.rapporteur.comments.submission;

/** What a participant writes to go with its comments. */
public record CoverLetter(String text, String language) {}
