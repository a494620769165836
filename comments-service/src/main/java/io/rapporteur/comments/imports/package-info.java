/**
 * Importing a filled table: what each row is on and says, which draft it is, and what came of it.
 * Importing the same file again changes only what differs.
 */
@NullMarked
package io.rapporteur.comments.imports;

import org.jspecify.annotations.NullMarked;
