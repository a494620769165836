/**
 * From a file of any format to its lines: well-kept libraries read the format, and what it knows of
 * the structure of the text is kept with each line. Plain Java.
 */
@NullMarked
package io.rapporteur.ingest.source;

import org.jspecify.annotations.NullMarked;
