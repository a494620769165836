/** The door of the trail. */
@NullMarked
package io.rapporteur.ingest.acts.http;

import org.jspecify.annotations.NullMarked;
