package io.rapporteur.ingest.reading;

/**
 * A departure from what is printed.
 *
 * @param line of the source, from 1
 * @param reason why, for the secretariat
 * @param confidence 0 to 1
 */
public record Repair(
    RepairKind kind, int line, String printed, String taken, String reason, double confidence) {}
