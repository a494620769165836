/** Opening a consultation, extending it, publishing an edition of its comments: the rules. */
@NullMarked
package io.rapporteur.ingest.consultations;

import org.jspecify.annotations.NullMarked;
