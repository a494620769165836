/** Loading a report and publishing its recommendations: the rules. */
@NullMarked
package io.rapporteur.ingest.documents;

import org.jspecify.annotations.NullMarked;
