/** What the HTTP doors of ingest share: how a request is identified, and how an item is shown. */
@NullMarked
package io.rapporteur.ingest.http;

import org.jspecify.annotations.NullMarked;
