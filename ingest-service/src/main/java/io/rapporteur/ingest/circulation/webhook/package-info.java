/** The webhook door of circulation: signed calls of receivers that are allowed. */
@NullMarked
package io.rapporteur.ingest.circulation.webhook;

import org.jspecify.annotations.NullMarked;
