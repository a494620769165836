package io.rapporteur.ingest.circulation;

import io.rapporteur.schemas.delivery.RetryPolicy;
import java.time.Duration;

/**
 * The terms on which circulation works.
 *
 * @param occasions what is told
 * @param retries when it is tried again
 * @param claim how long one instance has for a try; longer than a courier takes
 * @param link where a consultation is read; {@code {consultation}} stands for its id
 */
public record CirculationTerms(
    OccasionPolicy occasions, RetryPolicy retries, Duration claim, String link) {}
