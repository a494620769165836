/** What circulation keeps in files beside the log: contacts, and the release. */
@NullMarked
package io.rapporteur.ingest.circulation.file;

import org.jspecify.annotations.NullMarked;
