package io.rapporteur.identity.account;

import io.rapporteur.schemas.revision.RequestId;
import java.time.Instant;

/**
 * A validated request to change accounts.
 *
 * @param by account that asks
 * @param id hash of account and key: a retry has the same
 * @param digest SHA-256 of the request in canonical form
 * @param at when it had been read whole
 * @param reference note, letter or reason; empty if none was given
 */
public record Request(String by, RequestId id, String digest, Instant at, String reference) {}
