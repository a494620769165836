/**
 * What the services share: contracts, the topic catalogue, the wire format, and the rules of the
 * log.
 */
@NullMarked
package io.rapporteur.schemas;

import org.jspecify.annotations.NullMarked;
