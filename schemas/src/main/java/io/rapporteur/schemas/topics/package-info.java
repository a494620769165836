/**
 * The catalogue of topics: names, keys, values, cleanup, who writes and who reads; and its creation
 * on a broker.
 */
@NullMarked
package io.rapporteur.schemas.topics;

import org.jspecify.annotations.NullMarked;
