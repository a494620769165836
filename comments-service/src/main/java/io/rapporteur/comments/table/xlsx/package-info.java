/** The table as a spreadsheet in Office Open XML (ECMA-376). */
@NullMarked
package io.rapporteur.comments.table.xlsx;

import org.jspecify.annotations.NullMarked;
