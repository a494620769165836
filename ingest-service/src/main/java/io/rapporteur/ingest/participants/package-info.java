/** Who may comment, and under which printed names. */
@NullMarked
package io.rapporteur.ingest.participants;

import org.jspecify.annotations.NullMarked;
