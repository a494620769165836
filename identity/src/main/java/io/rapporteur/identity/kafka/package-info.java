/** Accounts as events in Kafka, folded into the issuer's own view. */
@NullMarked
package io.rapporteur.identity.kafka;

import org.jspecify.annotations.NullMarked;
