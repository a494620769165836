package io.rapporteur.comments.comment;

/**
 * Proof of what was handed in and when. It tells nothing of others.
 *
 * @param code short and unguessable; what one reads out on the telephone
 * @param nonce 32 hexadecimal digits
 * @param digest SHA-256 of the act with the nonce as canonical JSON (RFC 8785)
 * @param signature compact JWS (RFC 7515) of the service over all of it
 */
public record Receipt(String code, String nonce, String digest, String signature) {}
