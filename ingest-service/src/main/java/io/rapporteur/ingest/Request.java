package io.rapporteur.ingest;

import io.rapporteur.schemas.revision.RequestId;
import java.time.Instant;

/**
 * A validated request to change something.
 *
 * @param client who asks
 * @param id hash of client and key: a retry has the same
 * @param digest SHA-256 of the request in canonical form
 * @param at when it had been read whole
 */
public record Request(String client, RequestId id, String digest, Instant at) {}
