package io.rapporteur.ingest.reading;

import java.util.Optional;

/**
 * Who proposed an item.
 *
 * @param name as printed
 * @param participant code; empty if the name is not recognized
 */
public record Proposer(String name, Optional<String> participant) {}
