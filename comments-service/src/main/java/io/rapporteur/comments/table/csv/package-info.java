/** The table as comma-separated values (RFC 4180). */
@NullMarked
package io.rapporteur.comments.table.csv;

import org.jspecify.annotations.NullMarked;
