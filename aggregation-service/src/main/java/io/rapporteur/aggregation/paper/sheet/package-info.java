/** The paper as a table: a spreadsheet, or comma-separated values. */
@NullMarked
package io.rapporteur.aggregation.paper.sheet;

import org.jspecify.annotations.NullMarked;
