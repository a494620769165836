/** Accounts to and from the log. */
@NullMarked
package io.rapporteur.identity.kafka;

import org.jspecify.annotations.NullMarked;
