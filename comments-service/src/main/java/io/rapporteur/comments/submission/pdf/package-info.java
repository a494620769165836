/** The document to keep of a submission, as PDF with the fonts of six scripts in it. */
@NullMarked
package io.rapporteur.comments.submission.pdf;

import org.jspecify.annotations.NullMarked;
