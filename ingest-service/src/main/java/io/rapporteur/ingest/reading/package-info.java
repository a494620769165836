/**
 * Reading a report: from the text of a document to its recommendations, with every repair named.
 * Plain Java.
 */
@NullMarked
package io.rapporteur.ingest.reading;

import org.jspecify.annotations.NullMarked;
