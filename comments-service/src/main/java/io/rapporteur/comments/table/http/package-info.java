/** The door at which the table is fetched. */
@NullMarked
package io.rapporteur.comments.table.http;

import org.jspecify.annotations.NullMarked;
