/** Office Open XML packages (ECMA-376 part 2), opened so that none of them can do harm. */
@NullMarked
package io.rapporteur.comments.table.office;

import org.jspecify.annotations.NullMarked;
