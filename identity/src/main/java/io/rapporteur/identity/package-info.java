/**
 * Issues tokens for one machine and for demonstrations: one signing key, one client per
 * participant, the secretariat. Any OpenID Connect provider takes its place.
 */
@NullMarked
package io.rapporteur.identity;

import org.jspecify.annotations.NullMarked;
