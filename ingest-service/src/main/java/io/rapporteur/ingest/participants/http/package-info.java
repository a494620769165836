/** The HTTP door of participants. */
@NullMarked
package io.rapporteur.ingest.participants.http;

import org.jspecify.annotations.NullMarked;
