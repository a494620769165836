/** The SMTP door of circulation: letters in six languages, and their sending. */
@NullMarked
package io.rapporteur.ingest.circulation.smtp;

import org.jspecify.annotations.NullMarked;
