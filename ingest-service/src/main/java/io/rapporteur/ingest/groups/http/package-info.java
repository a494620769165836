/** The HTTP door of groups and of the right to speak for them. */
@NullMarked
package io.rapporteur.ingest.groups.http;

import org.jspecify.annotations.NullMarked;
