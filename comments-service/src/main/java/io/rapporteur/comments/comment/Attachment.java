package io.rapporteur.comments.comment;

/**
 * A file that a comment names.
 *
 * @param id attachment id
 * @param name file name as given
 * @param mediaType by content
 * @param size in bytes
 * @param sha256 of the bytes
 */
public record Attachment(String id, String name, String mediaType, long size, String sha256) {}
