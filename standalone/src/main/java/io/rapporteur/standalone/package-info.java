/**
 * One process with everything: the broker, the registry as its child, the services and the issuer.
 */
@NullMarked
package io.rapporteur.standalone;

import org.jspecify.annotations.NullMarked;
