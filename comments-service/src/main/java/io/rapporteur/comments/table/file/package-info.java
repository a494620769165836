/** The formats of the table: what a file is by its content, and how each is read and written. */
@NullMarked
package io.rapporteur.comments.table.file;

import org.jspecify.annotations.NullMarked;
