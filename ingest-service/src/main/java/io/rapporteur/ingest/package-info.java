/**
 * Reports in, recommendations and consultations out: the settings and how the parts are put
 * together.
 */
@NullMarked
package io.rapporteur.ingest;

import org.jspecify.annotations.NullMarked;
