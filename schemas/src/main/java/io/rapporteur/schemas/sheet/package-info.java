/** How a text stands in a spreadsheet, so that it is read back as it was and never runs. */
@NullMarked
package io.rapporteur.schemas.sheet;

import org.jspecify.annotations.NullMarked;
