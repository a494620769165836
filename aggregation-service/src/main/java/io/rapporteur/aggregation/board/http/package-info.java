/** The doors of the board: as it stands, and as it changes. */
@NullMarked
package io.rapporteur.aggregation.board.http;

import org.jspecify.annotations.NullMarked;
