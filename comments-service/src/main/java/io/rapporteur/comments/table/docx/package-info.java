/** The table as a document of Office Open XML (ECMA-376 part 1, 17). */
@NullMarked
package io.rapporteur.comments.table.docx;

import org.jspecify.annotations.NullMarked;
