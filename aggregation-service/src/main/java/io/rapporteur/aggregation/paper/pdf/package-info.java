/** The paper as PDF, with the fonts of six scripts in it (openhtmltopdf, PDFBox). */
@NullMarked
package io.rapporteur.aggregation.paper.pdf;

import org.jspecify.annotations.NullMarked;
