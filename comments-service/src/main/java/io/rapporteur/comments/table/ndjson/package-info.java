/** The table as a JSON object a line. */
@NullMarked
package io.rapporteur.comments.table.ndjson;

import org.jspecify.annotations.NullMarked;
