/** The board: what was received on each item, counted for chair and secretariat. */
@NullMarked
package io.rapporteur.aggregation.board;

import org.jspecify.annotations.NullMarked;
