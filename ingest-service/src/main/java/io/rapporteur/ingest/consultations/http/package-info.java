/** The HTTP door of consultations and their recommendations. */
@NullMarked
package io.rapporteur.ingest.consultations.http;

import org.jspecify.annotations.NullMarked;
