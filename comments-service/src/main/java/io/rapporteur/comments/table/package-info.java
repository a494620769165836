/**
 * The table that delegations fill offline: its columns, its words in six languages, and what stands
 * in it.
 */
@NullMarked
package io.rapporteur.comments.table;

import org.jspecify.annotations.NullMarked;
