/** What a fresh start loads: participants, a report, a consultation on it. */
@NullMarked
package io.rapporteur.ingest.seeds;

import org.jspecify.annotations.NullMarked;
