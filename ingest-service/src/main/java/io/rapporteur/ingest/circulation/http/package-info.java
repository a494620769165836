/** The HTTP door of circulation, for the secretariat. */
@NullMarked
package io.rapporteur.ingest.circulation.http;

import org.jspecify.annotations.NullMarked;
