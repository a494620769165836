/** The HTTP door of documents. */
@NullMarked
package io.rapporteur.ingest.documents.http;

import org.jspecify.annotations.NullMarked;
