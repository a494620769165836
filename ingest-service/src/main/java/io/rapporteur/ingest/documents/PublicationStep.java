package io.rapporteur.ingest.documents;

import java.util.Optional;

/**
 * One event of a publication.
 *
 * @param after the recommendation as it stands from then on
 * @param revision that the event makes
 * @param change what happened to it; empty where it is published for the first time
 * @param reason given for the change
 */
public record PublicationStep(
    Recommendation after, int revision, Optional<Change> change, String reason) {}
