/** Calling webhooks: where they may go, and how they are signed. */
@NullMarked
package io.rapporteur.schemas.webhook;

import org.jspecify.annotations.NullMarked;
