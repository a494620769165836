/**
 * Confluent's wire format: a magic byte, a four-byte schema id, Avro; and the registry that hands
 * out the ids.
 */
@NullMarked
package io.rapporteur.schemas.wire;

import org.jspecify.annotations.NullMarked;
