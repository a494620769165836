/** The paper as a document for word processors (ECMA-376), written as it is read. */
@NullMarked
package io.rapporteur.aggregation.paper.docx;

import org.jspecify.annotations.NullMarked;
